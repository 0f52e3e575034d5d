using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>The messages of the protocol graphql-transport-ws that a server sends.</summary>
internal static class SocketMessages
{
    public static void WriteAcknowledgement(JsonBuffer json, bool state) => json.Raw("{\"type\":\"connection_ack\"}"u8);

    public static void WritePong(JsonBuffer json, JsonElement? payload)
    {
        json.Raw("{\"type\":\"pong\""u8);
        if (payload is { } echoed)
        {
            json.Raw(",\"payload\":"u8);
            json.Raw(JsonSerializer.SerializeToUtf8Bytes(echoed));
        }

        json.Raw("}"u8);
    }

    public static void WriteNext(JsonBuffer json, (string Id, SingleResult Result) message)
    {
        Begin(json, "next"u8, message.Id);
        json.Raw(",\"payload\":"u8);
        foreach (var segment in message.Result.Body)
            json.Raw(segment.Span);
        json.Raw("}"u8);
    }

    /// <summary>The result's errors alone: nothing was executed.</summary>
    public static void WriteError(JsonBuffer json, (string Id, SingleResult Result) message)
    {
        Begin(json, "error"u8, message.Id);
        json.Raw(",\"payload\":"u8);
        using (var body = JsonDocument.Parse(message.Result.Body))
            json.Raw(JsonSerializer.SerializeToUtf8Bytes(body.RootElement.GetProperty("errors")));
        json.Raw("}"u8);
    }

    public static void WriteComplete(JsonBuffer json, string id)
    {
        Begin(json, "complete"u8, id);
        json.Raw("}"u8);
    }

    private static void Begin(JsonBuffer json, ReadOnlySpan<byte> type, string id)
    {
        json.Raw("{\"type\":\""u8);
        json.Raw(type);
        json.Raw("\",\"id\":"u8);
        json.String(id);
    }
}
