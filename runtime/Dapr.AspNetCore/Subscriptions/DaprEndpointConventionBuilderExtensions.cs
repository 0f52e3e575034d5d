using Dapr;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Subscribes endpoints to topics.</summary>
public static class DaprEndpointConventionBuilderExtensions
{
    /// <summary>The endpoint receives the events of a topic.</summary>
    public static T WithTopic<T>(this T builder, string pubsubName, string name)
        where T : IEndpointConventionBuilder => WithTopic(builder, pubsubName, name, false);

    /// <summary>The endpoint receives the events of a topic.</summary>
    public static T WithTopic<T>(this T builder, string pubsubName, string name, IDictionary<string, string>? metadata)
        where T : IEndpointConventionBuilder => WithTopic(builder, pubsubName, name, false, metadata);

    /// <summary>The endpoint receives the events of a topic, raw if asked for.</summary>
    public static T WithTopic<T>(this T builder, string pubsubName, string name, bool enableRawPayload)
        where T : IEndpointConventionBuilder => WithTopic(builder, pubsubName, name, enableRawPayload, null);

    /// <summary>The endpoint receives the events of a topic, raw if asked for.</summary>
    public static T WithTopic<T>(
        this T builder, string pubsubName, string name, bool enableRawPayload, IDictionary<string, string>? metadata)
        where T : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WithMetadata(new TopicAttribute(pubsubName, name, enableRawPayload));
        return builder.WithTopicMetadata(metadata);
    }

    /// <summary>The endpoint receives the events of a topic as the options say.</summary>
    public static T WithTopic<T>(this T builder, TopicOptions topicOptions)
        where T : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(topicOptions);
        builder.WithMetadata(
            new TopicAttribute(topicOptions.PubsubName!, topicOptions.Name!, topicOptions.DeadLetterTopic, topicOptions.EnableRawPayload)
            {
                Match = topicOptions.Match,
                Priority = topicOptions.Priority,
                OwnedMetadatas = topicOptions.OwnedMetadatas,
                MetadataSeparator = topicOptions.MetadataSeparator,
            });
        return builder.WithTopicMetadata(topicOptions.Metadata);
    }

    private static T WithTopicMetadata<T>(this T builder, IDictionary<string, string>? metadata)
        where T : IEndpointConventionBuilder
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
            builder.WithMetadata(new TopicMetadataAttribute(name, value));
        return builder;
    }
}
