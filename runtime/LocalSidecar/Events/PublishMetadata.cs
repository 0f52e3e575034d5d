using Microsoft.AspNetCore.WebUtilities;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>The <c>metadata.*</c> parameters of a publish request.</summary>
internal static class PublishMetadata
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private const string Prefix = "metadata.";

    public static IReadOnlyDictionary<string, string> FromQuery(string? query)
    {
        Dictionary<string, string>? metadata = null;
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            var name = parameter.DecodeName().Span;
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            metadata ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            metadata.TryAdd(name[Prefix.Length..].ToString(), parameter.DecodeValue().ToString());
        }

        return metadata ?? None;
    }

    /// <summary>An entry's own metadata, completed by the request's.</summary>
    public static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> entry, IReadOnlyDictionary<string, string> request)
    {
        if (request.Count == 0)
            return entry;
        var merged = new Dictionary<string, string>(request, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in entry)
            merged[name] = value;
        return merged;
    }

    /// <exception cref="FormatException">The value is no Boolean.</exception>
    public static bool IsRaw(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue("rawPayload", out var value) && value switch
        {
            "" or "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
            "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
            _ => throw new FormatException($"rawPayload value must be a valid boolean: actual is '{value}'"),
        };

    /// <summary>How long the event is of interest; null if nothing (or nothing sensible) is said.</summary>
    public static TimeSpan? TimeToLive(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue("ttlInSeconds", out var value) || metadata.TryGetValue("ttl", out value) ? GoDuration.Parse(value) : null;
}
