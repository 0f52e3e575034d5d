using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dapr.AspNetCore;

/// <summary>One entry of the answer to <c>GET /dapr/subscribe</c>.</summary>
internal sealed record Subscription(
    string PubsubName,
    string Topic,
    string? Route,
    Routes? Routes,
    string? DeadLetterTopic,
    IReadOnlyDictionary<string, string>? Metadata)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal sealed record Routes(IReadOnlyList<Rule> Rules, string? Default);

internal sealed record Rule(string Match, string Path);
