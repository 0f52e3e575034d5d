using Microsoft.Extensions.Logging;

namespace Training.Runtime.LocalSidecar;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "App {App} uses HTTP port {HttpPort} and gRPC port {GrpcPort}")]
    public static partial void Listening(ILogger log, string app, int httpPort, int grpcPort);

    [LoggerMessage(2, LogLevel.Information, "App {App} found; it has {Subscriptions} subscriptions")]
    public static partial void AppFound(ILogger log, string app, int subscriptions);

    [LoggerMessage(3, LogLevel.Warning, "App {App} {Why}. Its events wait at their publishers until it is there")]
    public static partial void AppNotFound(ILogger log, string app, string why);

    [LoggerMessage(4, LogLevel.Error, "App {App}: {Why} Its events wait at their publishers until that is mended")]
    public static partial void SubscriptionsUnusable(ILogger log, string app, string why);

    [LoggerMessage(5, LogLevel.Warning, "App {App}: {Why}")]
    public static partial void SubscriptionIgnored(ILogger log, string app, string why);

    [LoggerMessage(6, LogLevel.Warning, "App {App} dropped an event of topic {Topic} of {PubSub}: it {Why}")]
    public static partial void EventDropped(ILogger log, string app, string pubSub, string topic, string why);

    [LoggerMessage(7, LogLevel.Warning, "An event of topic {Topic} of {PubSub} goes to dead-letter topic {DeadLetterTopic}: app {App} {Why}")]
    public static partial void EventDeadLettered(ILogger log, string app, string pubSub, string topic, string deadLetterTopic, string why);

    [LoggerMessage(8, LogLevel.Information, "App {App} asked the sidecar to stop")]
    public static partial void AskedToStop(ILogger log, string app);
}
