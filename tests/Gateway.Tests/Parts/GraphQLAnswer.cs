using System.Net;
using System.Text.Json;

namespace Training.Gateway.Tests;

/// <summary>What the gateway answered.</summary>
internal sealed record GraphQLAnswer(HttpStatusCode Status, JsonElement Body)
{
    public JsonElement Data => Body.TryGetProperty("data", out var data) ? data : throw new InvalidOperationException($"No data: {Body}");

    public IReadOnlyList<FieldError> Errors => Body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(FieldError.Read)] : [];

    /// <summary>The data, where nothing went wrong.</summary>
    public JsonElement Succeeded()
    {
        Assert.True(Errors.Count == 0, Body.ToString());
        return Data;
    }

    public override string ToString() => $"{(int)Status} {Body}";
}

/// <summary>An error of an answer.</summary>
internal sealed record FieldError(string Message, string? Code, string? Reason, string Path)
{
    public static FieldError Read(JsonElement error)
    {
        var extensions = error.TryGetProperty("extensions", out var given) ? given : default;
        return new FieldError(
            error.GetProperty("message").GetString()!,
            Text(extensions, "code"),
            Text(extensions, "reason"),
            error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray()) : "");
    }

    private static string? Text(JsonElement extensions, string name) =>
        extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(name, out var value) ? value.GetString() : null;
}
