using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Training.Scenarios;

/// <summary>A YAML document as plain nodes with their lines. Anchors, aliases, tags and deep nesting are refused: nothing can grow out of a small text.</summary>
internal abstract record YamlTree(int Line)
{
    private const int Deepest = 8;

    /// <exception cref="YamlException">The text is not one such document.</exception>
    public static YamlTree Read(string text)
    {
        var events = new Parser(new StringReader(text));
        try
        {
            return Document(events);
        }
        catch (InvalidOperationException stuck)
        {
            // What the scanner says to some texts that it cannot go on with.
            throw new YamlException(events.Current?.Start ?? Mark.Empty, events.Current?.End ?? Mark.Empty, "it cannot be read from here on", stuck);
        }
    }

    private static YamlTree Document(Parser events)
    {
        events.Consume<StreamStart>();
        if (!events.TryConsume<DocumentStart>(out _))
            throw new YamlException(Mark.Empty, Mark.Empty, "the document is empty");
        var root = Node(events, depth: 1);
        events.Consume<DocumentEnd>();
        if (!events.Accept<StreamEnd>(out _))
            throw Refused(events, "there is a second document");
        return root;
    }

    private static YamlTree Node(Parser events, int depth)
    {
        if (!events.Accept<NodeEvent>(out var node) || !node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw Refused(events, "anchors, aliases and tags (&, *, !) are not taken");
        if (depth > Deepest)
            throw Refused(events, "it is nested too deeply");
        var line = (int)node.Start.Line;
        if (events.TryConsume<Scalar>(out var scalar))
            return new YamlText(line, scalar.Value);
        if (events.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!events.TryConsume<SequenceEnd>(out _))
                items.Add(Node(events, depth + 1));
            return new YamlList(line, items);
        }
        events.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(events, depth + 1) as YamlText ?? throw Refused(events, "a key is a word");
            entries.Add(new YamlEntry(key.Value, key.Line, Node(events, depth + 1)));
        }
        return new YamlMap(line, entries);
    }

    private static YamlException Refused(Parser events, string why) => new(events.Current!.Start, events.Current.End, why);
}

internal sealed record YamlText(int Line, string Value) : YamlTree(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlTree> Items) : YamlTree(Line);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlTree(Line);

internal sealed record YamlEntry(string Key, int Line, YamlTree Value);
