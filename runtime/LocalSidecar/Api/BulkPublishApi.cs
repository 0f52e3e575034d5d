using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary><c>POST /v1.0/publish/bulk/{pubsub}/{topic}</c>: each entry has an outcome of its own; 204 when all are good.</summary>
internal sealed class BulkPublishApi(PublishGate gate, Dispatcher dispatcher)
{
    private static readonly Task<Failure?> NoFailure = Task.FromResult<Failure?>(null);

    public async Task HandleAsync(HttpContext context, App app, string pubSub, string topic)
    {
        if (gate.Refusal(app, pubSub, topic) is { } refusal)
        {
            await refusal.WriteAsync(context);
            return;
        }

        List<(string Id, TopicEvent? Message)> entries;
        using (var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted))
        {
            var (read, error) = Read(context.Request, body.Span, app, pubSub, topic);
            if (error is not null)
            {
                await error.WriteAsync(context);
                return;
            }

            entries = read!;
        }

        var failed = await DeliverAsync(entries);
        if (failed.Count == 0)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await WriteFailedAsync(context, failed);
    }

    private (List<(string Id, TopicEvent? Message)>? Entries, ApiError? Error) Read(
        HttpRequest request, ReadOnlySpan<byte> body, App app, string pubSub, string topic)
    {
        var requestMetadata = PublishMetadata.FromQuery(request.QueryString.Value);
        bool isRaw;
        try
        {
            isRaw = PublishMetadata.IsRaw(requestMetadata);
        }
        catch (FormatException bad)
        {
            return (null, ApiError.BadMetadata(pubSub, bad.Message));
        }

        try
        {
            var publication = gate.Publication(request, app, pubSub, topic);
            var parsed = BulkEntries.Parse(body);
            var entries = new List<(string, TopicEvent?)>(parsed.Count);
            foreach (var entry in parsed)
            {
                var metadata = entry.Metadata is null ? PublishMetadata.None : PublishMetadata.Merge(entry.Metadata, requestMetadata);
                entries.Add((entry.Id, Event(BulkEntries.Data(entry, body), entry.ContentType, isRaw, publication, metadata)));
            }

            return (entries, null);
        }
        catch (JsonException unreadable)
        {
            return (null, ApiError.UnreadableBulk(pubSub, topic, app.Id, unreadable.Message));
        }
        catch (FormatException bad)
        {
            return (null, ApiError.BadEntry(pubSub, topic, app.Id, bad.Message));
        }
    }

    private static TopicEvent? Event(
        ReadOnlySpan<byte> data, string contentType, bool isRaw, Publication publication, IReadOnlyDictionary<string, string> metadata) =>
        isRaw ? RawEvent.Create(data, publication, metadata)
        : ContentTypes.IsCloudEvent(contentType) ? CompleteEvent.TryCreate(data, publication, metadata)
        : DataEvent.Create(data, contentType, publication, metadata);

    private async ValueTask<List<(string Id, string Error)>> DeliverAsync(List<(string Id, TopicEvent? Message)> entries)
    {
        var deliveries = new Task<Failure?>[entries.Count];
        for (var i = 0; i < deliveries.Length; i++)
            deliveries[i] = entries[i].Message is { } message ? dispatcher.PublishAsync(message) : NoFailure;
        var failed = new List<(string, string)>();
        for (var i = 0; i < deliveries.Length; i++)
        {
            var failure = await deliveries[i];
            if (entries[i].Message is null)
                failed.Add((entries[i].Id, "cannot create cloudevent: the event is not a JSON object"));
            else if (failure is not null)
                failed.Add((entries[i].Id, failure.ToString()));
        }

        return failed;
    }

    private static async Task WriteFailedAsync(HttpContext context, List<(string Id, string Error)> failed)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
        {
            json.WriteStartObject();
            json.WriteStartArray("failedEntries");
            foreach (var (id, error) in failed)
            {
                json.WriteStartObject();
                json.WriteString("entryId", id);
                json.WriteString("error", error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("errorCode", "ERR_PUBSUB_PUBLISH_MESSAGE");
            json.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
