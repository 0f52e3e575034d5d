using System.Text.RegularExpressions;

namespace Training.Scenarios;

/// <summary>No situation, choice or consequence says what another one says, in whatever case, spacing or punctuation.</summary>
internal static class RepetitionRules
{
    private static readonly Regex Between = new(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant);

    private static readonly string[] Unique = ["situation", "text", "consequence", "debrief"];

    public static IEnumerable<Finding> Check(ScenarioGraph graph) =>
        from text in ScenarioText.Of(graph)
        where Unique.Contains(text.Kind) && text.Text != ""
        group text by (text.Kind, Words: Words(text.Text)) into same
        where same.Count() > 1
        let first = same.First()
        from repeated in same.Skip(1)
        select new Finding(repeated.Line, "REPEATED_TEXT",
            $"{repeated.Where} has the same {repeated.Kind} as {Lower(first.Where)} (line {first.Line}): write one of its own.");

    private static string Words(string text) => Between.Replace(text.ToLowerInvariant(), " ").Trim();

    private static string Lower(string where) => char.ToLowerInvariant(where[0]) + where[1..];
}
