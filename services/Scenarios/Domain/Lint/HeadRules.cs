using System.Text.RegularExpressions;

namespace Training.Scenarios;

/// <summary>What the head of the document and its endings must say.</summary>
internal static class HeadRules
{
    public const int LongestName = 60;

    public static readonly Regex Name = new("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    private const int LongestMinutes = 240;

    private static readonly Regex FamilyCode = new("^[A-Z][A-Z0-9]{0,9}$", RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Check(ScenarioGraph graph)
    {
        if (!IsName(graph.Code))
            yield return new Finding(graph.LineOf("code"), "BAD_NAME", $"code '{graph.Code}' names the scenario through all its versions: write lower-case letters, digits and hyphens, such as 'faxing-registration'.");
        if (!FamilyCode.IsMatch(graph.Family))
            yield return new Finding(graph.LineOf("family"), "BAD_NAME", $"family '{graph.Family}' is no family: write T, E, F, C, R or W, or capitals of your own.");
        if (!IsName(graph.Variant))
            yield return new Finding(graph.LineOf("variant"), "BAD_NAME", $"variant '{graph.Variant}' says for whom the scene is set: write lower-case letters, digits and hyphens, such as 'bedside'.");
        if (graph.Minutes is < 1 or > LongestMinutes)
            yield return new Finding(graph.LineOf("minutes"), "BAD_NUMBER", $"minutes says how long it takes: write 1 to {LongestMinutes}.");
        if (graph.Pass.Violations < 0 || graph.Pass.Risky < 0)
            yield return new Finding(graph.LineOf("pass"), "BAD_NUMBER", "pass says how many violations and risky choices one may make and still pass: write pass: { violations: 0, risky: 1 }.");
        if (!graph.Decisions.Any())
            yield return new Finding(0, "NO_DECISION", "No scene names its decision: write decision: F1 (or the catalogue's code) at each scene that trains one.");
        if (graph.Endings.Count == 0)
            yield return new Finding(0, "NO_ENDING", "There is no ending: write endings: with at least one, each with a title and a debrief.");
        foreach (var ending in graph.Endings.Values)
        {
            if (!IsName(ending.Key))
                yield return new Finding(ending.Line, "BAD_NAME", $"Ending '{ending.Key}': write its key in lower-case letters, digits and hyphens.");
            if (graph.Scenes.ContainsKey(ending.Key))
                yield return new Finding(ending.Line, "BAD_NAME", $"'{ending.Key}' is a scene and an ending: next could mean either. Rename one.");
        }
    }

    public static bool IsName(string name) => name.Length <= LongestName && Name.IsMatch(name);
}
