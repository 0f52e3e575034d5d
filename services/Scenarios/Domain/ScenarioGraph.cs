namespace Training.Scenarios;

/// <summary>A scenario as it is played: scenes with choices, each of which leads to another scene or to an ending. Immutable.</summary>
internal sealed record ScenarioGraph
{
    /// <summary>Names the scenario through all its versions.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Family { get; init; }

    public required string Variant { get; init; }

    public required int Minutes { get; init; }

    public required PassRule Pass { get; init; }

    public required string Start { get; init; }

    public required OrderedDictionary<string, Scene> Scenes { get; init; }

    public required OrderedDictionary<string, Ending> Endings { get; init; }

    /// <summary>Where the document says what it says of the whole, by its keys.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    public IEnumerable<Scene> Decisions => Scenes.Values.Where(scene => scene.Decision != "");

    /// <summary>The line of a key of the head; 0, the whole, where it is missing.</summary>
    public int LineOf(string key) => Lines.GetValueOrDefault(key);
}

/// <summary>At most so many to pass.</summary>
internal sealed record PassRule(int Violations, int Risky)
{
    public bool Passes(Tally tally) => tally.Violations <= Violations && tally.Risky <= Risky;
}

internal sealed record Scene
{
    public required string Key { get; init; }

    /// <summary>Where the document says it.</summary>
    public required int Line { get; init; }

    /// <summary>The catalogue's decision point, such as F1; empty at a scene that only follows one.</summary>
    public required string Decision { get; init; }

    public required string Title { get; init; }

    public required string Competency { get; init; }

    /// <summary>Violation codes that this decision prevents.</summary>
    public required IReadOnlyList<string> Teaches { get; init; }

    public required string Situation { get; init; }

    public required OrderedDictionary<string, Choice> Choices { get; init; }
}

internal sealed record Choice
{
    public required string Key { get; init; }

    public required int Line { get; init; }

    public required string Text { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The violation code that this would be in real life; empty unless it is one.</summary>
    public required string Violation { get; init; }

    public required string Consequence { get; init; }

    /// <summary>The rule behind it, in plain words.</summary>
    public required string Rule { get; init; }

    public required string Citation { get; init; }

    /// <summary>A scene or an ending.</summary>
    public required string Next { get; init; }
}

internal sealed record Ending
{
    public required string Key { get; init; }

    public required int Line { get; init; }

    public required string Title { get; init; }

    public required string Debrief { get; init; }
}
