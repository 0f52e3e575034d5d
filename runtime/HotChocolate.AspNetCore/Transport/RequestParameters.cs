using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>A request's parameters as JSON: the body of a POST, the payload of a <c>subscribe</c> (GraphQL over HTTP, section 5.1).</summary>
internal static class RequestParameters
{
    /// <exception cref="RequestRefused">It is not a well-formed request.</exception>
    public static GraphQLRequest Read(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Array)
            throw RequestRefused.BadRequest("Requests cannot be sent in batches: send one JSON object with the document as 'query'.");
        if (parameters.ValueKind != JsonValueKind.Object)
            throw RequestRefused.BadRequest("The request must be a JSON object with the document as 'query'.");

        var query = Text(parameters, "query");
        var id = Text(parameters, "id");
        MapOf(parameters, "extensions");
        return new GraphQLRequest(Required(query, id), id, Text(parameters, "operationName"), MapOf(parameters, "variables"));
    }

    /// <summary>One of the two says what to execute.</summary>
    public static string? Required(string? query, string? id) => query is not null || id is not null
        ? query
        : throw RequestRefused.BadRequest("The request names no document: send its text as 'query', or a trusted document's id as 'id'.");

    private static string? Text(JsonElement parameters, string name)
    {
        if (!parameters.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => throw RequestRefused.BadRequest($"The parameter '{name}' must be a string."),
        };
    }

    private static JsonElement MapOf(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) ? Map(value, name) : default;

    /// <summary>The map itself, or undefined for null.</summary>
    public static JsonElement Map(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.Null => default,
        _ => throw RequestRefused.BadRequest($"The parameter '{name}' must be a JSON object."),
    };
}
