namespace HotChocolate.Language;

/// <summary>A part of a document.</summary>
/// <param name="start">Where it begins, as an offset into the text.</param>
internal abstract class Node(int start)
{
    public int Start { get; } = start;
}

internal sealed class NameNode(int start, string value) : Node(start)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

internal sealed class DocumentNode(string text, IReadOnlyList<DefinitionNode> definitions) : Node(0)
{
    /// <summary>The document as it was written: offsets point into it.</summary>
    public string Text { get; } = text;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

internal abstract class DefinitionNode(int start) : Node(start);
