using Microsoft.AspNetCore.Http;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>What single and bulk publishing ask before they read a body.</summary>
internal sealed class PublishGate(IReadOnlySet<string> components, TopicScopes scopes, TimeProvider clock)
{
    public ApiError? Refusal(App app, string pubSub, string topic) =>
        components.Count == 0 ? ApiError.NotConfigured(pubSub)
        : pubSub.Length == 0 ? ApiError.PubSubEmpty()
        : topic.Length == 0 ? ApiError.TopicEmpty(pubSub)
        : !components.Contains(pubSub) ? ApiError.NotFound(pubSub)
        : !scopes.MayPublish(app.Id, pubSub, topic) ? ApiError.Forbidden(pubSub, topic, app.Id)
        : null;

    public Publication Publication(HttpRequest request, App app, string pubSub, string topic)
    {
        var traceParent = request.Headers.TraceParent.ToString();
        return new Publication(
            pubSub,
            topic,
            app.Id,
            traceParent.Length == 0 ? Events.Publication.NoTrace : traceParent,
            request.Headers.TraceState.ToString(),
            clock);
    }
}
