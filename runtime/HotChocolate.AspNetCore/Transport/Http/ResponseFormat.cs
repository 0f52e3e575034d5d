using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.AspNetCore;

/// <summary>What an answer is written as.</summary>
internal enum ResponseFormat
{
    /// <summary>application/json: who accepts only this, or says nothing, learns of refusals from the body alone.</summary>
    Json,

    /// <summary>application/graphql-response+json: the status tells as well.</summary>
    GraphQLResponse,

    /// <summary>text/event-stream, in GraphQL over SSE's distinct connections mode.</summary>
    EventStream,
}

/// <summary>Chooses what the client likes best among what we can write (RFC 9110, section 12.5.1).</summary>
internal static class ResponseFormats
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    public const string Offered = $"{GraphQLResponse}, {Json}, {EventStream}";

    public static string ContentType(this ResponseFormat format) => format switch
    {
        ResponseFormat.Json => Json + "; charset=utf-8",
        ResponseFormat.GraphQLResponse => GraphQLResponse + "; charset=utf-8",
        ResponseFormat.EventStream => EventStream + "; charset=utf-8",
    };

    /// <returns><c>null</c> where the client accepts none of ours.</returns>
    public static ResponseFormat? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
            return ResponseFormat.Json;
        return accept.Count == 1 && Exactly(accept[0]!) is { } usual ? usual : Best(accept);
    }

    // What nearly every client sends, without parsing it.
    private static ResponseFormat? Exactly(string accept) => accept switch
    {
        GraphQLResponse or $"{GraphQLResponse}, {Json}" => ResponseFormat.GraphQLResponse,
        Json or "*/*" => ResponseFormat.Json,
        EventStream => ResponseFormat.EventStream,
        _ => null,
    };

    private static ResponseFormat? Best(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        ResponseFormat? best = null;
        double liking = 0;
        foreach (var range in ranges)
        {
            if ((range.Quality ?? 1) > liking && Meant(range) is { } format)
                (best, liking) = (format, range.Quality ?? 1);
        }

        return best;
    }

    private static ResponseFormat? Meant(MediaTypeHeaderValue range)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        if (range.MatchesAllTypes || Is(range, "application/*") || Is(range, Json))
            return ResponseFormat.Json;
        if (Is(range, GraphQLResponse))
            return ResponseFormat.GraphQLResponse;
        return Is(range, EventStream) ? ResponseFormat.EventStream : null;
    }

    private static bool Is(MediaTypeHeaderValue range, string type) => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
