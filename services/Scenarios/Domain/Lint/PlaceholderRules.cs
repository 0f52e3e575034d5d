using System.Text.RegularExpressions;

namespace Training.Scenarios;

/// <summary>Every text is written, and none is what an author leaves to be written later.</summary>
internal static class PlaceholderRules
{
    public const int Longest = 8000;

    private static readonly Dictionary<string, int> Shortest = new()
    {
        ["title"] = 4, ["competency"] = 4, ["situation"] = 80, ["text"] = 12, ["consequence"] = 40, ["rule"] = 20, ["debrief"] = 40,
    };

    // What another rule asks for by name when it is missing.
    private static readonly string[] AskedForElsewhere = ["consequence", "rule"];

    private static readonly Regex LeftOpen = new(
        @"\b(lorem|ipsum|todo|tbd|tba|fixme|placeholder|x{3,}|(text|title|situation|consequence|rule|debrief|description|content) (goes )?here|to be (written|done|added|defined)|coming soon)\b|\?{3,}|<[^>]*>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static IEnumerable<Finding> Check(ScenarioGraph graph) => ScenarioText.Of(graph).SelectMany(Check);

    private static IEnumerable<Finding> Check(ScenarioText text)
    {
        if (text.Text == "")
        {
            if (!AskedForElsewhere.Contains(text.Kind))
                yield return new Finding(text.Line, "NO_TEXT", $"{text.Where} has no {text.Kind}: write {text.Kind}: and the text.");
            yield break;
        }
        if (LeftOpen.Match(text.Text) is { Success: true } open)
            yield return new Finding(text.Line, "PLACEHOLDER", $"{text.Where} has '{open.Value}' in its {text.Kind}: write the real text.");
        if (text.Text.Length < Shortest[text.Kind])
            yield return new Finding(text.Line, "PLACEHOLDER", $"{text.Where}: the {text.Kind} '{text.Text}' is too short to be one. Write at least {Shortest[text.Kind]} characters.");
        if (text.Text.Length > Longest)
            yield return new Finding(text.Line, "TOO_LARGE", $"{text.Where}: the {text.Kind} has {text.Text.Length} characters, more than anybody reads. Write at most {Longest}.");
    }
}
