using System.Net.Http;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>
/// Asks an app for its subscriptions until it answers, and again whenever it went away: it may come back with others. A silent connection
/// tells the moment of its going.
/// </summary>
internal sealed class AppWatcher(App app, SubscriptionTable table, TopicScopes scopes, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);

    private readonly AppConnection _connection = app.Connection!;
    private string? _lastComplaint;

    public async Task RunAsync(CancellationToken stop)
    {
        var pause = ShortestPause;
        table.Asking(app);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var line = await _connection.OpenLineAsync(stop).ConfigureAwait(false);
                var subscriptions = await AskAsync(stop).ConfigureAwait(false);
                table.Answered(app, subscriptions);
                Log.AppFound(log, app.Id, subscriptions.Count);
                (pause, _lastComplaint) = (ShortestPause, null);
                await EndOfLineAsync(line, stop).ConfigureAwait(false);
                table.Asking(app);
            }
            catch (Exception failure) when (failure is SocketException or HttpRequestException or IOException or UnusableSubscriptionsException or OperationCanceledException)
            {
                if (stop.IsCancellationRequested)
                    break;
                Complain(failure);
                await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        table.Lost(app, "is no longer watched: the sidecar stops");
    }

    private void Complain(Exception failure)
    {
        var why = failure is OperationCanceledException ? "did not answer GET /dapr/subscribe in time" : failure switch
        {
            UnusableSubscriptionsException => failure.Message,
            _ => $"could not be reached at {_connection.Address}: {failure.GetBaseException().Message}",
        };
        table.Lost(app, why);
        if (why == _lastComplaint)
            return;
        _lastComplaint = why;
        if (failure is UnusableSubscriptionsException)
            Log.SubscriptionsUnusable(log, app.Id, why);
        else
            Log.AppNotFound(log, app.Id, why);
    }

    private async Task<IReadOnlyList<Subscription>> AskAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(AnswerPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        using var request = _connection.Request(HttpMethod.Get, "/dapr/subscribe", _connection.Version.Major == 2);
        request.Headers.TryAddWithoutValidation("dapr-app-id", app.Id);
        using var response = await _connection.SendAsync(request, either.Token).ConfigureAwait(false);
        if ((int)response.StatusCode == 404)
            return [];
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"GET /dapr/subscribe answered {(int)response.StatusCode}");
        var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
        var subscriptions = SubscriptionList.Parse(body, warning => Log.SubscriptionIgnored(log, app.Id, warning));
        return [.. subscriptions.Where(IsAllowed)];
    }

    private bool IsAllowed(Subscription subscription)
    {
        if (scopes.MaySubscribe(app.Id, subscription.PubSub, subscription.Topic))
            return true;
        Log.SubscriptionIgnored(log, app.Id, $"Topic {subscription.Topic} of {subscription.PubSub} is not allowed for it.");
        return false;
    }

    private static async Task EndOfLineAsync(Socket line, CancellationToken stop)
    {
        try
        {
            var nothing = new byte[256];
            while (await line.ReceiveAsync(nothing, stop).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset ends the line as well as an orderly close.
        }
    }
}
