using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Training.Contracts;

namespace Training.Messaging;

/// <summary>What a proto message says of itself as an event: its topic is stated once, in its file.</summary>
internal static class EventTypes
{
    private static readonly ConcurrentDictionary<MessageDescriptor, string> Topics = new();

    /// <exception cref="InvalidOperationException">The message's file states no topic.</exception>
    public static string TopicOf(MessageDescriptor type) => Topics.GetOrAdd(type, static type =>
        type.File.GetOptions()?.GetExtension(OptionsExtensions.Topic) is { Length: > 0 } topic
            ? topic
            : throw new InvalidOperationException(
                $"{type.FullName} is not an event: {type.File.Name} states no topic. Say option (training.topic) = \"{type.File.Package}\";"));
}
