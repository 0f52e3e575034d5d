using System.Text.Json;
using HotChocolate.AspNetCore.Subscriptions.Protocols;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>A message of the protocol graphql-transport-ws, as a client sends it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">The operation that it is about, or <c>null</c>.</param>
/// <param name="Payload">What it carries, or <c>null</c>.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement? Payload) : IOperationMessagePayload
{
    public const string ConnectionInit = "connection_init";
    public const string Subscribe = "subscribe";
    public const string Complete = "complete";
    public const string Ping = "ping";
    public const string Pong = "pong";

    /// <summary>Reads a message from JSON, which it lives as long as.</summary>
    /// <exception cref="RequestRefused">It is no such message.</exception>
    public static SocketMessage Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw RequestRefused.BadRequest("A message is a JSON object.");
        var type = Text(json, "type") ?? throw RequestRefused.BadRequest("The message has no 'type'.");
        var id = Text(json, "id");
        if (id is { Length: 0 } || (id is null && type is Subscribe or Complete))
            throw RequestRefused.BadRequest($"The message '{type}' needs an 'id'.");
        return new SocketMessage(type, id, json.TryGetProperty("payload", out var payload) && payload.ValueKind != JsonValueKind.Null ? payload : null);
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw RequestRefused.BadRequest($"A message's '{name}' is a string.");
    }
}
