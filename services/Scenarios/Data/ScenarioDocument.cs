using System.Text;
using YamlDotNet.Core;

namespace Training.Scenarios;

/// <summary>Reads scenario documents (content/scenarios/README.md). What cannot be read is found with its line; what is missing is left empty for the lint.</summary>
internal static class ScenarioDocument
{
    public const int MostBytes = 256 * 1024;

    private static readonly Dictionary<string, Outcome> Outcomes = new()
    {
        ["best"] = Outcome.Best, ["acceptable"] = Outcome.Acceptable, ["risky"] = Outcome.Risky, ["violation"] = Outcome.Violation,
    };

    /// <summary>Everything that keeps a document from being published, in the order of its lines, and the graph where it can be read at all.</summary>
    public static (ScenarioGraph? Graph, IReadOnlyList<Finding> Findings) Check(string document)
    {
        var findings = new List<Finding>();
        var graph = Read(document, findings);
        if (graph is not null)
            findings.AddRange(ScenarioLint.Check(graph));
        return (graph, [.. findings.OrderBy(finding => finding.Line)]);
    }

    /// <summary>The graph of a document that was published.</summary>
    /// <exception cref="InvalidDataException">It is not what was published.</exception>
    public static ScenarioGraph Read(byte[] published)
    {
        var findings = new List<Finding>();
        var graph = Read(Encoding.UTF8.GetString(published), findings);
        return graph is not null && findings.Count == 0
            ? graph
            : throw new InvalidDataException($"A published scenario document cannot be read: {string.Join(' ', findings.Select(finding => finding.Message))}");
    }

    private static ScenarioGraph? Read(string document, List<Finding> findings)
    {
        if (Encoding.UTF8.GetByteCount(document) > MostBytes)
        {
            findings.Add(new Finding(0, "TOO_LARGE", $"The document is larger than {MostBytes / 1024} KiB: divide the scenario."));
            return null;
        }
        var odd = document.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (odd >= 0)
        {
            findings.Add(new Finding(document.AsSpan(0, odd).Count('\n') + 1, "NOT_YAML", "There is a control character here: remove it."));
            return null;
        }
        try
        {
            return Graph(new YamlSection(YamlTree.Read(document), "the document", findings));
        }
        catch (YamlException unreadable)
        {
            findings.Add(new Finding((int)unreadable.Start.Line, "NOT_YAML", $"This is not YAML as content/scenarios/README.md shows it: {unreadable.Message}"));
            return null;
        }
    }

    private static ScenarioGraph Graph(YamlSection document)
    {
        var pass = document.Section("pass");
        var graph = new ScenarioGraph
        {
            Lines = document.Lines,
            Code = document.Text("code"),
            Title = document.Text("title"),
            Family = document.Text("family"),
            Variant = document.Text("variant"),
            Minutes = document.Number("minutes"),
            Pass = new PassRule(pass.Number("violations"), pass.Number("risky")),
            Start = document.Text("start"),
            Scenes = document.Sections("scenes", "scene", Scene),
            Endings = document.Sections("endings", "ending", Ending),
        };
        pass.NothingElse();
        document.NothingElse();
        return graph;
    }

    private static Scene Scene(string key, int line, YamlSection scene) => new()
    {
        Key = key,
        Line = line,
        Decision = scene.Text("decision"),
        Title = scene.Text("title"),
        Competency = scene.Text("competency"),
        Teaches = scene.Words("teaches"),
        Situation = scene.Text("situation"),
        Choices = scene.Sections("choices", "choice", Choice),
    };

    private static Choice Choice(string key, int line, YamlSection choice) => new()
    {
        Key = key,
        Line = line,
        Text = choice.Text("text"),
        Outcome = OutcomeOf(key, line, choice),
        Violation = choice.Text("violation"),
        Consequence = choice.Text("consequence"),
        Rule = choice.Text("rule"),
        Citation = choice.Text("citation"),
        Next = choice.Text("next"),
    };

    private static Outcome OutcomeOf(string key, int line, YamlSection choice)
    {
        var text = choice.Text("outcome");
        if (Outcomes.TryGetValue(text, out var outcome))
            return outcome;
        const string write = "write outcome: best, acceptable, risky or violation.";
        if (text == "")
            choice.Find("outcome", line, "NO_OUTCOME", $"Choice '{key}' has no outcome: {write}");
        else
            choice.Find("outcome", line, "UNKNOWN_OUTCOME", $"Choice '{key}' has the outcome '{text}': {write}");
        return Outcome.Unspecified;
    }

    private static Ending Ending(string key, int line, YamlSection ending) => new()
    {
        Key = key,
        Line = line,
        Title = ending.Text("title"),
        Debrief = ending.Text("debrief"),
    };
}
