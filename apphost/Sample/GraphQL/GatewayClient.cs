using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Training.AppHost.Sample.GraphQL;

/// <summary>The gateway's GraphQL, as any other program uses it: over HTTP, with the caller's bearer token.</summary>
/// <param name="http">Its base address is the gateway's.</param>
/// <param name="tokens">Who asks.</param>
internal sealed class GatewayClient(HttpClient http, Tokens tokens)
{
    private const string Answers = "application/graphql-response+json";
    private const string Events = "text/event-stream";

    /// <summary>Asks a query.</summary>
    /// <param name="asker">In whose name.</param>
    /// <param name="query">What for.</param>
    /// <param name="variables">Its variables as the properties of an object, or null for none.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refused">It, or a part of it, was refused.</exception>
    public async Task<T> AskAsync<T>(Persona asker, Operation query, object? variables, CancellationToken ct) where T : class =>
        await Waiting.AvailableAsync(async () => Answer.Read<T>(query, await AnswerAsync(asker, query, AsJson(variables), ct)), ct);

    /// <summary>A whole list, page by page: the query has a variable <c>after</c>.</summary>
    /// <inheritdoc cref="AskAsync{T}"/>
    public async Task<List<T>> AllAsync<T>(Persona asker, Operation query, object? variables, CancellationToken ct)
    {
        var all = new List<T>();
        for (var given = AsJson(variables); ;)
        {
            var page = await Waiting.AvailableAsync(async () => Answer.Read<Connection<T>>(query, await AnswerAsync(asker, query, given, ct)), ct);
            all.AddRange(page.Nodes);
            if (!page.PageInfo.HasNextPage)
                return all;
            given["after"] = page.PageInfo.EndCursor;
        }
    }

    /// <summary>Makes a change, once: the mutation has a variable <c>key</c>.</summary>
    /// <param name="doer">In whose name.</param>
    /// <param name="mutation">What to do.</param>
    /// <param name="variables">The other variables, as the properties of an object.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="occasion">What tells it from the same request at another time; the same again is answered, and done, once.</param>
    /// <exception cref="Refused">Nothing was changed; or, where a service was away, it is not known, and the same may be asked for again.</exception>
    public async Task<T> DoAsync<T>(Persona doer, Operation mutation, object variables, CancellationToken ct, string occasion = "") where T : class
    {
        var given = AsJson(variables);
        given["key"] = IdempotencyKey.Of($"{mutation.File.Name}.{mutation.Name}", occasion, JsonSerializer.SerializeToUtf8Bytes(given));
        return await Waiting.AvailableAsync(async () => Answer.ReadMutation<T>(mutation, await AnswerAsync(doer, mutation, given, ct)), ct);
    }

    /// <summary>Watches, by server-sent events, until nobody listens any more.</summary>
    /// <inheritdoc cref="AskAsync{T}"/>
    public async IAsyncEnumerable<T> WatchAsync<T>(Persona asker, Operation query, object? variables, [EnumeratorCancellation] CancellationToken ct) where T : class
    {
        using var response = await SendAsync(asker, query, AsJson(variables), Events, ct);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var told in SseParser.Create(stream).EnumerateAsync(ct))
        {
            if (told.EventType != "next")
                continue;
            using var answer = JsonDocument.Parse(told.Data);
            yield return Answer.Read<T>(query, answer.RootElement);
        }
    }

    private static JsonObject AsJson(object? variables) => variables is null ? [] : JsonSerializer.SerializeToNode(variables, Json.Options)!.AsObject();

    private async Task<JsonElement> AnswerAsync(Persona asker, Operation operation, JsonObject variables, CancellationToken ct)
    {
        using var response = await SendAsync(asker, operation, variables, Answers, ct);
        return await response.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    private async Task<HttpResponseMessage> SendAsync(Persona asker, Operation operation, JsonObject variables, string accepted, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = operation.File.Text, operationName = operation.Name, variables }),
        };
        request.Headers.Authorization = tokens.BearerOf(asker);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accepted));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.Content.Headers.ContentType?.MediaType == accepted)
            return response;
        using (response)
            throw new StoryStopped($"{operation}: the gateway answered {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}");
    }
}
