using Microsoft.Extensions.Logging;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>Brings an event to all its subscribers and says whether all have it.</summary>
internal sealed class Dispatcher(
    SubscriptionTable table, TopicScopes scopes, SidecarOptions options, TimeProvider clock, ILogger log, CancellationToken stop)
{
    private const int DeepestDeadLetter = 8;

    /// <returns>Null when every subscriber has acknowledged or dropped the event.</returns>
    public Task<Failure?> PublishAsync(TopicEvent message) => PublishAsync(message, deadLetters: 0);

    private async Task<Failure?> PublishAsync(TopicEvent message, int deadLetters)
    {
        if (table.Settled is { IsCompletedSuccessfully: false } settling)
            await settling.WaitAsync(stop).ConfigureAwait(false);
        var (subscribers, unknown) = table.For(message.PubSub, message.Topic);
        if (unknown.Count == 0 && subscribers.Count == 0)
            return null;
        if (unknown.Count == 0 && subscribers.Count == 1)
            return await DeliverAsync(subscribers[0], message, deadLetters).ConfigureAwait(false);
        var outcomes = await Task.WhenAll(subscribers.Select(each => DeliverAsync(each, message, deadLetters))).ConfigureAwait(false);
        return Failure.Summarise([
            .. outcomes,
            .. unknown.Select(one => new Failure(one.App.Id, false, 0, $"app {one.App.Id} has not said yet what it subscribes to: it {one.Why}")),
        ]);
    }

    private async Task<Failure?> DeliverAsync(Subscriber subscriber, TopicEvent message, int deadLetters)
    {
        var answer = await TryAsync(subscriber, message).ConfigureAwait(false);
        for (var retry = 0; answer.Verdict == Verdict.Failed && retry < options.InboundRetries; retry++)
        {
            await Task.Delay(options.InboundRetryDelay, clock, stop).ConfigureAwait(false);
            answer = await TryAsync(subscriber, message).ConfigureAwait(false);
        }

        var app = subscriber.App.Id;
        var deadLetterTopic = subscriber.Subscription.DeadLetterTopic;
        var failure = new Failure(app, answer.Verdict != Verdict.NotReached, answer.Status, $"app {app} {answer.Reason}");
        switch (answer.Verdict)
        {
            case Verdict.Acknowledged:
                return null;
            case Verdict.Dropped when deadLetterTopic is null:
                Log.EventDropped(log, app, message.PubSub, message.Topic, answer.Reason);
                return null;
            case Verdict.Dropped:
            case Verdict.Failed when deadLetterTopic is not null && options.InboundRetries is not null:
                Log.EventDeadLettered(log, app, message.PubSub, message.Topic, deadLetterTopic!, answer.Reason);
                return await DeadLetterAsync(message, deadLetterTopic!, failure, deadLetters).ConfigureAwait(false);
            default:
                return failure;
        }
    }

    private async Task<Failure?> DeadLetterAsync(TopicEvent message, string topic, Failure cause, int deadLetters)
    {
        if (deadLetters == DeepestDeadLetter)
            return cause with { Reason = $"{cause.Reason}; dead-letter topics lead in a circle at {topic}" };
        if (!scopes.MayPublish(cause.Subscriber, message.PubSub, topic))
            return cause with { Reason = $"{cause.Reason}; app {cause.Subscriber} may not publish to its dead-letter topic {topic}" };
        var failure = await PublishAsync(message with { Topic = topic }, deadLetters + 1).ConfigureAwait(false);
        return failure is null ? null : failure with { Reason = $"{cause.Reason}; dead-letter topic {topic}: {failure.Reason}" };
    }

    private async ValueTask<Answer> TryAsync(Subscriber subscriber, TopicEvent message)
    {
        if (subscriber.Unavailable is { } why)
            return new Answer(Verdict.NotReached, 0, why);
        var connection = subscriber.App.Connection!;
        if (subscriber.Subscription.IsRaw)
        {
            return await connection.DeliverAsync(
                subscriber.Subscription.Path, RawEvent.Wrap(message, clock), new DeliveryHeaders(message, withTrace: false), stop).ConfigureAwait(false);
        }

        if (message.Attributes is null)
            return new Answer(Verdict.Failed, 0, "was not called: the message is not JSON and the subscription is not raw (metadata rawPayload)");
        if (message.Attributes.Expires < clock.GetUtcNow())
            return new Answer(Verdict.Dropped, 0, $"was not called: the event expired at {EnvelopeWriter.Rfc3339(message.Attributes.Expires.Value)}");
        return await connection.DeliverAsync(
            subscriber.Subscription.Path, message.Body, new DeliveryHeaders(message, withTrace: true), stop).ConfigureAwait(false);
    }
}
