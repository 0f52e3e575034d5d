using System.Globalization;

namespace Training.Scenarios;

/// <summary>A mapping of which certain keys are expected: gives their values, and finds what is of the wrong kind, written twice or not expected at all.</summary>
internal sealed class YamlSection
{
    private readonly Dictionary<string, YamlEntry> _entries = [];
    private readonly List<string> _known = [];
    private readonly string _name;
    private readonly List<Finding> _findings;

    public YamlSection(YamlTree node, string name, List<Finding> findings)
    {
        (_name, _findings) = (name, findings);
        if (node is not YamlMap map)
        {
            findings.Add(new Finding(node.Line, "WRONG_SHAPE", $"{name} is a list of 'key: value' lines: write it so."));
            return;
        }
        foreach (var entry in map.Entries)
        {
            if (!_entries.TryAdd(entry.Key, entry))
                findings.Add(new Finding(entry.Line, "DUPLICATE_KEY", $"{name} has '{entry.Key}' twice: rename or remove one."));
        }
    }

    /// <summary>Where each key stands.</summary>
    public IReadOnlyDictionary<string, int> Lines => _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Line);

    public string Text(string key)
    {
        if (Find(key) is not { } entry)
            return "";
        if (entry.Value is YamlText text)
            return text.Value.Trim();
        _findings.Add(new Finding(entry.Line, "WRONG_SHAPE", $"'{key}' of {_name} is a text: write {key}: and the text."));
        return "";
    }

    /// <summary>A whole number; <c>-1</c> where there is none, which the lint asks for.</summary>
    public int Number(string key)
    {
        if (Find(key) is not { } entry)
            return -1;
        if (entry.Value is YamlText text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        _findings.Add(new Finding(entry.Line, "WRONG_SHAPE", $"'{key}' of {_name} is a whole number: write {key}: 1."));
        return -1;
    }

    public IReadOnlyList<string> Words(string key)
    {
        if (Find(key) is not { } entry)
            return [];
        if (entry.Value is YamlList list && list.Items.All(item => item is YamlText))
            return [.. list.Items.Select(item => ((YamlText)item).Value.Trim())];
        _findings.Add(new Finding(entry.Line, "WRONG_SHAPE", $"'{key}' of {_name} is a list of words: write {key}: [P01, P06]."));
        return [];
    }

    public YamlSection Section(string key) => new(Find(key)?.Value ?? new YamlMap(0, []), $"'{key}' of {_name}", _findings);

    /// <summary>The sections below a key, each under a key of the author's.</summary>
    public OrderedDictionary<string, T> Sections<T>(string key, string kind, Func<string, int, YamlSection, T> read)
    {
        var sections = new OrderedDictionary<string, T>();
        if (Find(key) is { } entry)
        {
            var all = new YamlSection(entry.Value, $"'{key}' of {_name}", _findings);
            foreach (var one in all._entries.Values)
            {
                var section = new YamlSection(one.Value, $"{kind} '{one.Key}'", _findings);
                sections.Add(one.Key, read(one.Key, one.Line, section));
                section.NothingElse();
            }
        }
        return sections;
    }

    public void NothingElse() => _findings.AddRange(_entries.Values.Where(entry => !_known.Contains(entry.Key))
        .Select(entry => new Finding(entry.Line, "UNKNOWN_KEY", $"{_name} knows no '{entry.Key}'. It has: {string.Join(", ", _known)}.")));

    /// <summary>Adds a finding at a key, or at the section where the key is missing.</summary>
    public void Find(string key, int otherwise, string rule, string message) =>
        _findings.Add(new Finding(_entries.TryGetValue(key, out var entry) ? entry.Line : otherwise, rule, message));

    private YamlEntry? Find(string key)
    {
        _known.Add(key);
        return _entries.GetValueOrDefault(key);
    }
}
