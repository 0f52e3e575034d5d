using Training.Tests.Support;

namespace Training.Runtime.Tests.GraphQL.Specification;

/// <summary>A document that shows what a section of the specification says, as the specification's own examples do.</summary>
/// <param name="Title">The section, and what it says.</param>
/// <param name="Expected">The rules that it breaks, "syntax", or nothing.</param>
/// <param name="Text">The document.</param>
internal sealed record Example(string Title, IReadOnlyList<string> Expected, string Text)
{
    private const string Mark = "### ";

    /// <summary>The examples of a file: each begins with a line "### title: what is expected".</summary>
    public static IReadOnlyList<Example> Of(string file)
    {
        var text = File.ReadAllText(RepositoryRoot.At("tests", "Runtime.Tests", "GraphQL", "Specification", file));
        return [.. text.Split(Mark, StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static Example Read(string part)
    {
        var line = part.IndexOf('\n', StringComparison.Ordinal);
        var colon = part.LastIndexOf(": ", line, StringComparison.Ordinal);
        var expected = part[(colon + 2)..line].Split(' ');
        return new Example(part[..colon], expected is ["valid"] ? [] : expected, part[(line + 1)..]);
    }
}
