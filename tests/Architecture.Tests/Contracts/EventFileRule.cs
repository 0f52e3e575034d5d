using Google.Protobuf.Reflection;
using Training.Architecture.Tests.Model;
using Training.Contracts;

namespace Training.Architecture.Tests.Contracts;

/// <summary>An events.proto states its package as its topic and holds events only; no other file states a topic.</summary>
internal static class EventFileRule
{
    public static bool HoldsEvents(FileDescriptor file) => file.Name.EndsWith("/events.proto", StringComparison.Ordinal);

    public static string TopicOf(FileDescriptor file) =>
        file.GetOptions() is { } options && options.HasExtension(OptionsExtensions.Topic) ? options.GetExtension(OptionsExtensions.Topic) : "";

    public static Verdict Check(IReadOnlyCollection<FileDescriptor> files) => Verdict.Of(files, Findings);

    private static IEnumerable<string> Findings(FileDescriptor file)
    {
        var topic = TopicOf(file);
        if (!HoldsEvents(file))
        {
            if (topic.Length > 0)
                yield return $"{file.Name} states the topic {topic}, but events live in events.proto.";
            yield break;
        }

        if (topic != file.Package)
            yield return $"{file.Name} states the topic '{topic}': say `option (training.topic) = \"{file.Package}\";`.";
        if (file.Services.Count > 0)
            yield return $"{file.Name} has a service: an event file holds events only.";
        if (file.MessageTypes.Count == 0)
            yield return $"{file.Name} has no event: a file appears with its first one.";
    }
}
