using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dapr;

/// <summary>Replaces a structured CloudEvent by its data, so that an endpoint reads the payload as if it had been posted plainly.</summary>
internal sealed class CloudEventsMiddleware(RequestDelegate next, CloudEventsMiddlewareOptions options)
{
    private static readonly string[] NeverHeaders = ["datacontenttype", "data", "data_base64", "pubsubname", "traceparent"];

    public Task InvokeAsync(HttpContext context) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.MediaType.Equals("application/cloudevents+json", StringComparison.OrdinalIgnoreCase)
            ? UnwrapAsync(context, type.Charset.HasValue ? type.Charset.Value : null)
            : next(context);

    private async Task UnwrapAsync(HttpContext context, string? charset)
    {
        var request = context.Request;
        (byte[] Body, string? ContentType) payload;
        try
        {
            using var json = await ParseAsync(request.Body, charset, context.RequestAborted);
            payload = Payload(json.RootElement);
            ForwardAttributes(request.Headers, json.RootElement);
        }
        catch (Exception bad) when (bad is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (originalBody, originalType) = (request.Body, request.ContentType);
        try
        {
            request.Body = new MemoryStream(payload.Body, writable: false);
            request.ContentType = payload.ContentType;
            await next(context);
        }
        finally
        {
            request.Body = originalBody;
            request.ContentType = originalType;
        }
    }

    private static async Task<JsonDocument> ParseAsync(Stream body, string? charset, CancellationToken ct)
    {
        if (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return await JsonDocument.ParseAsync(body, default, ct);
        using var reader = new StreamReader(body, Encoding.GetEncoding(charset.Trim('"')));
        return JsonDocument.Parse(await reader.ReadToEndAsync(ct));
    }

    private (byte[] Body, string? ContentType) Payload(JsonElement json)
    {
        var data = Attribute(json, "data");
        var binary = Attribute(json, "data_base64");
        if (data is not null && binary is not null)
            throw new JsonException("A CloudEvent has either data or data_base64.");
        if (binary is { } base64)
            return (base64.GetBytesFromBase64(), DataContentType(json, out _));
        if (data is not { } value)
            return ([], null);
        var contentType = DataContentType(json, out var isJson);
        return isJson || value.ValueKind != JsonValueKind.String || options.SuppressJsonDecodingOfTextPayloads
            ? (Encoding.UTF8.GetBytes(value.GetRawText()), contentType)
            : (Encoding.UTF8.GetBytes(value.GetString()!), contentType);
    }

    private static string DataContentType(JsonElement json, out bool isJson)
    {
        isJson = true;
        if (Attribute(json, "datacontenttype") is not { ValueKind: JsonValueKind.String } attribute
            || !MediaTypeHeaderValue.TryParse(attribute.GetString(), out var parsed))
            return "application/json";
        isJson = parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || parsed.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
        if (!parsed.Charset.HasValue)
            return attribute.GetString()!;
        // The payload is written as UTF-8, whatever its publisher had.
        parsed.Charset = null;
        return parsed.ToString();
    }

    private void ForwardAttributes(IHeaderDictionary headers, JsonElement json)
    {
        if (!options.ForwardCloudEventPropertiesAsHeaders)
            return;
        foreach (var attribute in json.EnumerateObject())
        {
            if (IsForwarded(attribute.Name))
                headers.TryAdd($"Cloudevent.{attribute.Name.ToLowerInvariant()}", attribute.Value.GetRawText().Trim('"'));
        }
    }

    private bool IsForwarded(string name) =>
        !NeverHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
        && (options.IncludedCloudEventPropertiesAsHeaders is { } included
            ? included.Contains(name, StringComparer.OrdinalIgnoreCase)
            : options.ExcludedCloudEventPropertiesFromHeaders?.Contains(name, StringComparer.OrdinalIgnoreCase) != true);

    private static JsonElement? Attribute(JsonElement json, string name)
    {
        foreach (var attribute in json.EnumerateObject())
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value;
        }

        return null;
    }
}
