using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Training.Sanctions;

/// <summary>
/// One mapping of a document, read strictly: what is missing, misshapen or not asked for becomes a finding with its line, and reading goes on with
/// a value that is never used.
/// </summary>
internal sealed class YamlSection(YamlMappingNode node, string name, PolicyFindings findings)
{
    public const string Missing = "MISSING";
    public const string WrongValue = "WRONG_VALUE";
    public const string UnknownKey = "UNKNOWN_KEY";

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Name => name;

    public long Line => node.Start.Line;

    public string Text(string key, int longest = 600)
    {
        if (Find(key) is not { } value)
            return "";
        if (value is YamlScalarNode { Value: { } text } && text.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest)
            return trimmed;
        Wrong(value, key, $"a text of 1 to {longest} characters");
        return "";
    }

    public int? Number(string key, int lowest, int highest, bool optional = false)
    {
        if (Find(key, optional) is not { } value)
            return null;
        if (value is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
            return number;
        Wrong(value, key, $"a whole number from {lowest} to {highest}");
        return null;
    }

    /// <summary>A list of short texts; empty where it may be.</summary>
    public IReadOnlyList<Word> Words(string key, bool mayBeEmpty = false)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is YamlSequenceNode list && (mayBeEmpty || list.Children.Count > 0) && list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 and <= 80 }))
            return [.. list.Children.Cast<YamlScalarNode>().Select(child => new Word(child.Value!, child.Start.Line))];
        Wrong(value, key, "a list such as [first, second]");
        return [];
    }

    /// <summary>A mapping below this one.</summary>
    public YamlSection? Section(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlMappingNode mapping)
            return new YamlSection(mapping, $"{name}'s {key}", findings);
        Wrong(value, key, "a mapping");
        return null;
    }

    /// <summary>Every key of this mapping, in the document's order, each once.</summary>
    public IReadOnlyList<Word> Keys =>
    [
        .. node.Children.Keys.OfType<YamlScalarNode>().Where(key => key.Value is { Length: > 0 and <= 80 }).Select(key => new Word(key.Value!, key.Start.Line)),
    ];

    /// <summary>Every key whose value is a mapping of its own.</summary>
    public IEnumerable<(Word Key, YamlSection Value)> Sections()
    {
        foreach (var key in Keys)
        {
            if (Section(key.Text) is { } section)
                yield return (key, section);
        }
    }

    /// <summary>Says what was not asked for. To be called when everything was read.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } text } || !_asked.Contains(text))
                findings.Add(key.Start.Line, UnknownKey, $"{name} has no '{key}'. It has: {string.Join(", ", _asked)}.");
        }
    }

    private YamlNode? Find(string key, bool optional = false)
    {
        _asked.Add(key);
        if (node.Children.TryGetValue(new YamlScalarNode(key), out var value))
            return value;
        if (!optional)
            findings.Add(Line, Missing, $"{name} lacks '{key}'.");
        return null;
    }

    private void Wrong(YamlNode value, string key, string wanted) => findings.Add(value.Start.Line, WrongValue, $"{name}'s {key} is to be {wanted}.");
}

/// <summary>A short text and the line on which it stands.</summary>
internal sealed record Word(string Text, long Line);
