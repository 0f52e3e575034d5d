using Microsoft.AspNetCore.Http;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary><c>POST /v1.0/publish/{pubsub}/{topic}</c>: 204 when every subscriber has the event.</summary>
internal sealed class PublishApi(PublishGate gate, Dispatcher dispatcher)
{
    public async Task HandleAsync(HttpContext context, App app, string pubSub, string topic)
    {
        var (message, error) = await ReadAsync(context.Request, app, pubSub, topic, context.RequestAborted);
        if (error is null && await dispatcher.PublishAsync(message!) is { } failure)
            error = ApiError.NotDelivered(pubSub, topic, failure);
        if (error is null)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await error.WriteAsync(context);
    }

    private async ValueTask<(TopicEvent? Message, ApiError? Error)> ReadAsync(
        HttpRequest request, App app, string pubSub, string topic, CancellationToken ct)
    {
        if (gate.Refusal(app, pubSub, topic) is { } refusal)
            return (null, refusal);
        var metadata = PublishMetadata.FromQuery(request.QueryString.Value);
        bool isRaw;
        try
        {
            isRaw = PublishMetadata.IsRaw(metadata);
        }
        catch (FormatException bad)
        {
            return (null, ApiError.BadMetadata(pubSub, bad.Message));
        }

        using var body = await RequestBody.ReadAsync(request, ct);
        var publication = gate.Publication(request, app, pubSub, topic);
        var contentType = string.IsNullOrEmpty(request.ContentType) ? ContentTypes.Default : request.ContentType;
        if (isRaw)
            return (RawEvent.Create(body.Span, publication, metadata), null);
        if (!ContentTypes.IsCloudEvent(contentType))
            return (DataEvent.Create(body.Span, contentType, publication, metadata), null);
        return CompleteEvent.TryCreate(body.Span, publication, metadata) is { } complete
            ? (complete, null)
            : (null, ApiError.NoCloudEvent(pubSub, app.Id));
    }
}
