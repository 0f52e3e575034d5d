using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Dapr.AspNetCore;

/// <summary>What the endpoints of a program subscribe to: one entry per pub/sub component and topic.</summary>
internal static class SubscriptionList
{
    public static IReadOnlyList<Subscription> Of(IReadOnlyList<Endpoint> endpoints, bool everythingRaw) =>
    [
        .. endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<ITopicMetadata>().Select(topic => new Subscriber(topic, endpoint)))
            .Where(subscriber => subscriber.Topic.Name is not null)
            .GroupBy(subscriber => (subscriber.Topic.PubsubName, subscriber.Topic.Name))
            .OrderBy(topic => topic.Key)
            .Select(topic => ToSubscription([.. topic.OrderBy(subscriber => subscriber.Topic.Priority)], everythingRaw)),
    ];

    private static Subscription ToSubscription(Subscriber[] subscribers, bool everythingRaw)
    {
        var topic = subscribers[0].Topic;
        var rules = subscribers.Where(s => !string.IsNullOrEmpty(s.Topic.Match)).Select(s => new Rule(s.Topic.Match!, s.Path)).ToList();
        var fallback = subscribers.FirstOrDefault(s => string.IsNullOrEmpty(s.Topic.Match))?.Path;
        return new Subscription(
            topic.PubsubName,
            topic.Name,
            rules.Count == 0 ? fallback : null,
            rules.Count == 0 ? null : new Routes(rules, fallback),
            (topic as IDeadLetterTopicMetadata)?.DeadLetterTopic,
            Metadata(subscribers, everythingRaw));
    }

    private static Dictionary<string, string>? Metadata(Subscriber[] subscribers, bool everythingRaw)
    {
        var separator = subscribers
            .Select(s => (s.Topic as IOwnedOriginalTopicMetadata)?.MetadataSeparator)
            .FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? ",";
        var metadata = subscribers
            .SelectMany(s => s.Metadata)
            .GroupBy(m => m.Name)
            .ToDictionary(m => m.Key, m => string.Join(separator, m.Select(each => each.Value).Distinct()));
        if (everythingRaw || subscribers.Any(s => s.Topic is IRawTopicMetadata { EnableRawPayload: true }))
            metadata["rawPayload"] = "true";
        return metadata.Count == 0 ? null : metadata;
    }

    private sealed record Subscriber(ITopicMetadata Topic, RouteEndpoint Endpoint)
    {
        public string Path => string.Join('/', Endpoint.RoutePattern.PathSegments.Select(Literal));

        public IEnumerable<IOriginalTopicMetadata> Metadata =>
            Endpoint.Metadata.GetOrderedMetadata<IOriginalTopicMetadata>().Where(m =>
                string.IsNullOrEmpty(m.Id) || (Topic as IOwnedOriginalTopicMetadata)?.OwnedMetadatas?.Contains(m.Id) == true);

        private string Literal(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part =>
            part is RoutePatternLiteralPart literal
                ? literal.Content
                : throw new InvalidOperationException(
                    $"The route '{Endpoint.RoutePattern.RawText}' of topic {Topic.Name} has parameters; a subscription needs a fixed path.")));
    }
}
