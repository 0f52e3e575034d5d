using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Training.Runtime.LocalSidecar.Delivery;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>An error in the form that Dapr's HTTP API gives it.</summary>
internal sealed record ApiError(int Status, string Code, string Message)
{
    /// <summary>Dapr's name of the reason; null for an error without details.</summary>
    public string? Reason { get; init; }

    /// <summary>The component that the error is about.</summary>
    public string? PubSub { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public static ApiError NotConfigured(string pubSub) => new(400, "ERR_PUBSUB_NOT_CONFIGURED", "pubsub is not configured")
    {
        Reason = "DAPR_PUBSUB_NOT_CONFIGURED",
        PubSub = pubSub,
    };

    public static ApiError NotFound(string pubSub) => new(404, "ERR_PUBSUB_NOT_FOUND", $"pubsub {pubSub} is not found")
    {
        Reason = "DAPR_PUBSUB_NOT_FOUND",
    };

    public static ApiError PubSubEmpty() => new(404, "ERR_PUBSUB_EMPTY", "pubsub name is empty")
    {
        Reason = "DAPR_PUBSUB_NAME_EMPTY",
        PubSub = "",
    };

    public static ApiError TopicEmpty(string pubSub) => new(404, "ERR_TOPIC_NAME_EMPTY", $"topic is empty in pubsub {pubSub}")
    {
        Reason = "DAPR_PUBSUB_TOPIC_NAME_EMPTY",
        PubSub = pubSub,
    };

    public static ApiError BadMetadata(string pubSub, string why) =>
        new(400, "ERR_PUBSUB_REQUEST_METADATA", $"failed deserializing metadata. Error: {why}")
        {
            Reason = "DAPR_PUBSUB_METADATA_DESERIALIZATION",
            PubSub = pubSub,
        };

    public static ApiError Forbidden(string pubSub, string topic, string app)
    {
        var message = $"topic {topic} is not allowed for app id {app}";
        return new ApiError(403, "ERR_PUBSUB_FORBIDDEN", message)
        {
            Reason = "DAPR_PUBSUB_FORBIDDEN",
            PubSub = pubSub,
            Metadata = new Dictionary<string, string> { ["topic"] = topic, ["error"] = message },
        };
    }

    public static ApiError NoCloudEvent(string pubSub, string app) => new(500, "ERR_PUBSUB_CLOUD_EVENTS_SER", "cannot create cloudevent")
    {
        Reason = "DAPR_PUBSUB_CLOUD_EVENT_CREATION",
        PubSub = pubSub,
        Metadata = new Dictionary<string, string> { ["appID"] = app, ["error"] = "the body is not one JSON object" },
    };

    public static ApiError UnreadableBulk(string pubSub, string topic, string app, string why) =>
        new(400, "ERR_PUBSUB_EVENTS_SER", $"error when unmarshaling the request for topic {topic} pubsub {pubSub}: {why}")
        {
            Reason = "DAPR_PUBSUB_UNMARSHAL_EVENTS",
            PubSub = pubSub,
            Metadata = new Dictionary<string, string> { ["appID"] = app },
        };

    public static ApiError BadEntry(string pubSub, string topic, string app, string why) =>
        new(400, "ERR_PUBSUB_EVENTS_SER", $"error marshaling events to bytes for topic {topic} pubsub {pubSub}. error: {why}")
        {
            Reason = "DAPR_PUBSUB_MARSHAL_EVENTS",
            PubSub = pubSub,
            Metadata = new Dictionary<string, string> { ["appID"] = app, ["error"] = why },
        };

    public static ApiError NotDelivered(string pubSub, string topic, Failure failure) =>
        new(500, "ERR_PUBSUB_PUBLISH_MESSAGE", $"error when publishing to topic {topic} in pubsub {pubSub}: {failure}")
        {
            Reason = "DAPR_PUBSUB_PUBLISH_MESSAGE",
            PubSub = pubSub,
            Metadata = new Dictionary<string, string>
            {
                ["topic"] = topic,
                ["error"] = failure.Reason,
                ["subscriber"] = failure.Subscriber,
                ["reached"] = failure.Reached ? "true" : "false",
                ["status"] = failure.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };

    public static ApiError Lacking(string what) =>
        new(501, "ERR_NOT_IMPLEMENTED", $"the local sidecar does not have {what}. Run a real daprd, or do without it on one machine");

    public static ApiError UnknownPath(string path) => new(404, "ERR_NOT_FOUND", $"there is nothing at {path}");

    public static ApiError TooLarge() => new(413, "ERR_BODY_TOO_LARGE", "the request body is larger than 4 MiB");

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
            Write(json);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("errorCode", Code);
        json.WriteString("message", Message);
        if (Reason is not null)
            WriteDetails(json);
        json.WriteEndObject();
    }

    private void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        json.WriteString("domain", "dapr.io");
        json.WriteString("reason", Reason);
        json.WriteStartObject("metadata");
        foreach (var (name, value) in Metadata)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
        if (PubSub is not null)
        {
            json.WriteStartObject();
            json.WriteString("@type", "type.googleapis.com/google.rpc.ResourceInfo");
            json.WriteString("resource_type", "pubsub");
            json.WriteString("resource_name", PubSub);
            json.WriteString("owner", "");
            json.WriteString("description", Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
