using Microsoft.Extensions.Logging;

namespace Training.Messaging;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The relay was interrupted ({Failures} in a row); nothing is lost, it waits and goes on.")]
    public static partial void RelayInterrupted(this ILogger log, Exception cause, int failures);

    [LoggerMessage(2, LogLevel.Warning, "{Count} events of {Topic} wait for a subscriber: {Error}")]
    public static partial void SubscriberNotReached(this ILogger log, int count, string topic, string error);

    [LoggerMessage(3, LogLevel.Error, "{Count} events of {Topic} failed, attempt {Attempts}: {Error}")]
    public static partial void DeliveryFailed(this ILogger log, int count, string topic, int attempts, string error);

    [LoggerMessage(4, LogLevel.Error, "Event {Id} of {Source} ({Type}) could not be read and goes to the dead letters: {Reason}")]
    public static partial void EventUnreadable(this ILogger log, string id, string source, string type, string reason);

    [LoggerMessage(5, LogLevel.Error, "{Consumer} failed on event {Id} of {Source}; it will be delivered again.")]
    public static partial void ReactionFailed(this ILogger log, Exception cause, string consumer, string id, string source);

    [LoggerMessage(6, LogLevel.Warning, "The audit sealer was interrupted; it goes on with the next batch.")]
    public static partial void SealerInterrupted(this ILogger log, Exception cause);

    [LoggerMessage(7, LogLevel.Information, "Database {Name}: {Count} migrations applied.")]
    public static partial void MigrationsApplied(this ILogger log, string name, int count);

    [LoggerMessage(8, LogLevel.Warning, "A delivery without the right dapr-api-token was refused.")]
    public static partial void DeliveryRefused(this ILogger log);

    [LoggerMessage(9, LogLevel.Error, "Dead letter of topic {Topic} kept: {Reason}")]
    public static partial void DeadLetterKept(this ILogger log, string topic, string reason);
}
