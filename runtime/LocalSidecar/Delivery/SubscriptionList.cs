using System.Text.Json;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>Reads an app's answer to <c>GET /dapr/subscribe</c>.</summary>
internal static class SubscriptionList
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    /// <returns>One subscription per component and topic; of duplicates the last.</returns>
    /// <exception cref="UnusableSubscriptionsException">The list as a whole cannot be used; the message names the culprit.</exception>
    public static IReadOnlyList<Subscription> Parse(ReadOnlySpan<byte> json, Action<string> warn)
    {
        var subscriptions = new Dictionary<(string, string), Subscription>();
        foreach (var entry in Deserialize(json))
        {
            if (string.IsNullOrEmpty(entry.PubSubName) || string.IsNullOrEmpty(entry.Topic))
                throw new UnusableSubscriptionsException("a subscription lacks its pubsubname or its topic.");
            if (ToSubscription(entry) is { } subscription)
                subscriptions[(entry.PubSubName, entry.Topic)] = subscription;
            else
                warn($"The subscription to topic {entry.Topic} of {entry.PubSubName} has no route and is ignored.");
        }

        return [.. subscriptions.Values];
    }

    private static List<Entry> Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? [] : JsonSerializer.Deserialize<List<Entry>>(json, AnyCase) ?? [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new UnusableSubscriptionsException($"the answer to GET /dapr/subscribe is not a list of subscriptions: {unreadable.Message}");
        }
    }

    private static Subscription? ToSubscription(Entry entry)
    {
        var fallback = !string.IsNullOrEmpty(entry.Routes?.Default) ? entry.Routes.Default : entry.Route;
        var rules = (entry.Routes?.Rules ?? [])
            .Select(rule => new SubscriptionRule(rule.Match?.Trim() ?? "", rule.Path ?? ""))
            .ToList();
        if (!string.IsNullOrEmpty(fallback))
            rules.Add(new SubscriptionRule("", fallback));
        if (rules.Count == 0)
            return null;
        if (rules[0].Match.Length > 0)
            throw Refused(entry, $"its rule '{rules[0].Match}' is a CEL expression, which the local sidecar does not evaluate. Subscribe without a match and decide in the handler");
        if (entry.BulkSubscribe?.Enabled == true)
            throw Refused(entry, "it asks for bulk delivery, which the local sidecar does not have. Subscribe without bulkSubscribe");
        var metadata = entry.Metadata is null ? PublishMetadata.None : new Dictionary<string, string>(entry.Metadata, StringComparer.OrdinalIgnoreCase);
        try
        {
            return new Subscription(
                entry.PubSubName!,
                entry.Topic!,
                rules,
                "/" + rules[0].Path.TrimStart('/'),
                string.IsNullOrEmpty(entry.DeadLetterTopic) ? null : entry.DeadLetterTopic,
                PublishMetadata.IsRaw(metadata),
                metadata);
        }
        catch (FormatException noBoolean)
        {
            throw Refused(entry, noBoolean.Message);
        }
    }

    private static UnusableSubscriptionsException Refused(Entry entry, string why) =>
        new($"the subscription to topic {entry.Topic} of {entry.PubSubName} cannot be used: {why}.");

    private sealed record Entry(
        string? PubSubName,
        string? Topic,
        string? Route,
        EntryRoutes? Routes,
        string? DeadLetterTopic,
        EntryBulk? BulkSubscribe,
        Dictionary<string, string>? Metadata);

    private sealed record EntryRoutes(List<EntryRule>? Rules, string? Default);

    private sealed record EntryRule(string? Match, string? Path);

    private sealed record EntryBulk(bool Enabled);
}

/// <summary>An app's list of subscriptions cannot be used.</summary>
internal sealed class UnusableSubscriptionsException(string message) : Exception(message);
