namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>Who subscribes to what. Readers see whole snapshots; watchers of the apps replace them.</summary>
internal sealed class SubscriptionTable
{
    private static readonly Subscriber[] Nobody = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<App, TaskCompletionSource> _asking = [];
    private readonly IReadOnlyList<App> _apps;
    private Snapshot _snapshot;
    private Task _settled = Task.CompletedTask;

    public SubscriptionTable(IReadOnlyList<App> apps)
    {
        _apps = apps;
        _snapshot = Build();
    }

    /// <summary>Completes when no app is just being asked for its subscriptions.</summary>
    public Task Settled => Volatile.Read(ref _settled);

    /// <summary>Who subscribes to the topic, and the apps of which nothing is known yet with the reason why, at one moment.</summary>
    public (IReadOnlyList<Subscriber> Subscribers, IReadOnlyList<(App App, string? Why)> Unknown) For(string pubSub, string topic)
    {
        var snapshot = Volatile.Read(ref _snapshot);
        return (snapshot.ByTopic.TryGetValue((pubSub, topic), out var subscribers) ? subscribers : Nobody, snapshot.Unknown);
    }

    /// <summary>The app is being asked: publishers wait until the answer is there.</summary>
    public void Asking(App app)
    {
        lock (_gate)
        {
            if (!_asking.TryAdd(app, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)))
                return;
            Volatile.Write(ref _settled, Task.WhenAll(_asking.Values.Select(asking => asking.Task)));
        }
    }

    public void Answered(App app, IReadOnlyList<Subscription> subscriptions) => Settle(app, () =>
    {
        app.Subscriptions = subscriptions;
        app.Unavailable = null;
    });

    public void Lost(App app, string why) => Settle(app, () => app.Unavailable = why);

    private void Settle(App app, Action change)
    {
        TaskCompletionSource? asking;
        lock (_gate)
        {
            change();
            Volatile.Write(ref _snapshot, Build());
            app.IsReady = app.Subscriptions is not null;
            if (_asking.Remove(app, out asking))
                Volatile.Write(ref _settled, _asking.Count == 0 ? Task.CompletedTask : Task.WhenAll(_asking.Values.Select(a => a.Task)));
        }

        asking?.SetResult();
    }

    private Snapshot Build() => new(
        _apps
            .Where(app => app.Connection is not null)
            .SelectMany(app => (app.Subscriptions ?? []).Select(subscription => new Subscriber(app, subscription, app.Unavailable)))
            .GroupBy(subscriber => (subscriber.Subscription.PubSub, subscriber.Subscription.Topic))
            .ToDictionary(topic => topic.Key, topic => topic.ToArray()),
        [.. _apps.Where(app => app.Subscriptions is null).Select(app => (app, app.Unavailable))]);

    private sealed record Snapshot(Dictionary<(string, string), Subscriber[]> ByTopic, (App App, string? Why)[] Unknown);
}

/// <summary>An app with one of its subscriptions.</summary>
internal sealed record Subscriber(App App, Subscription Subscription, string? Unavailable);
