using Training.Hosting;

namespace Training.Messaging;

/// <summary>Where the sidecar puts what a service could not read: each service has a topic of its own and keeps what comes there.</summary>
internal static class DeadLetterTopic
{
    public static string Of(AppId app) => $"{app.Value}.dead-letters";
}
