using System.Text;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.AspNetCore;

/// <summary>Reads the request of a POST or GET (GraphQL over HTTP, section 5).</summary>
/// <param name="maxBytes">The longest body that is read.</param>
internal sealed class RequestReader(int maxBytes)
{
    /// <exception cref="RequestRefused">It is not a well-formed request.</exception>
    public async ValueTask<IncomingRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancelled)
    {
        DemandJson(request);
        if (request.ContentLength > maxBytes)
            throw TooLarge();

        var body = new PooledBytes(maxBytes);
        JsonDocument? json = null;
        try
        {
            await ReadAllAsync(request, body, cancelled);
            json = JsonText.Parse(body.Written);
            return new IncomingRequest(RequestParameters.Read(json.RootElement), json, body);
        }
        catch
        {
            json?.Dispose();
            body.Dispose();
            throw;
        }
    }

    /// <exception cref="RequestRefused">It is not a well-formed request.</exception>
    public static IncomingRequest ReadUrl(IQueryCollection url)
    {
        var query = Text(url, "query");
        var id = Text(url, "id");
        var json = Map(url, "variables");
        try
        {
            Map(url, "extensions")?.Dispose();
            var request = new GraphQLRequest(
                RequestParameters.Required(query, id), id, Text(url, "operationName"),
                json is null ? default : RequestParameters.Map(json.RootElement, "variables"));
            return new IncomingRequest(request, json, null);
        }
        catch
        {
            json?.Dispose();
            throw;
        }
    }

    private static void DemandJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefused(415, "Send the request as JSON, with the header 'Content-Type: application/json'.");
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefused(415, "Send the request in UTF-8: 'Content-Type: application/json; charset=utf-8'.");
        if (request.Headers.ContentEncoding.Count > 0)
            throw new RequestRefused(415, "Send the request uncompressed, without the header 'Content-Encoding'.");
    }

    private async ValueTask ReadAllAsync(HttpRequest request, PooledBytes body, CancellationToken cancelled)
    {
        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancelled);
                var fits = body.TryWrite(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                if (!fits)
                    throw TooLarge();
                if (read.IsCompleted)
                    return;
            }
        }
        catch (BadHttpRequestException error)
        {
            throw error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : new RequestRefused(error.StatusCode, "The body did not arrive whole. Send it again.");
        }
    }

    private RequestRefused TooLarge() =>
        new(413, $"The request is longer than {maxBytes} bytes. Ask for less at once, or send long values as variables of several requests.");

    // An empty parameter is as good as none (GraphQL over HTTP, section 5.2).
    private static string? Text(IQueryCollection url, string name) =>
        url.TryGetValue(name, out var values) && values[0] is { Length: > 0 } value ? value : null;

    private static JsonDocument? Map(IQueryCollection url, string name)
    {
        if (Text(url, name) is not { } text)
            return null;
        var json = JsonText.Parse(Encoding.UTF8.GetBytes(text));
        try
        {
            RequestParameters.Map(json.RootElement, name);
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }
}
