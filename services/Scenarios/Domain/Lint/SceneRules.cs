using System.Text.RegularExpressions;

namespace Training.Scenarios;

/// <summary>What each scene must offer.</summary>
internal static class SceneRules
{
    private const int FewestChoices = 2;

    // As the sanction policy names decisions.
    private static readonly Regex DecisionCode = new(@"\A[A-Z]\d{1,2}\z", RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Check(ScenarioGraph graph)
    {
        foreach (var scene in graph.Scenes.Values)
        {
            if (!HeadRules.IsName(scene.Key))
                yield return new Finding(scene.Line, "BAD_NAME", $"Scene '{scene.Key}': write its key in lower-case letters, digits and hyphens.");
            if (scene.Decision != "" && !DecisionCode.IsMatch(scene.Decision))
                yield return new Finding(scene.Line, "BAD_NAME", $"Scene '{scene.Key}': decision '{scene.Decision}' is no decision code. Write a letter and one or two digits, such as F1.");
            foreach (var code in scene.Teaches.Where(code => !ChoiceRules.IsViolationCode(code)))
                yield return new Finding(scene.Line, "BAD_NAME", $"Scene '{scene.Key}' teaches '{code}', which is no violation code. Write a letter and two digits, such as P01.");
            if (scene.Choices.Count < FewestChoices)
                yield return new Finding(scene.Line, "TOO_FEW_CHOICES", $"Scene '{scene.Key}' has {scene.Choices.Count} choices: offer at least {FewestChoices}.");
            if (scene.Choices.Values.All(choice => choice.Outcome != Outcome.Best))
                yield return new Finding(scene.Line, "NO_BEST_CHOICE", $"Nobody can do right in scene '{scene.Key}': give one choice the outcome best.");
        }
        foreach (var twice in graph.Decisions.GroupBy(scene => scene.Decision).Where(same => same.Count() > 1))
        {
            yield return new Finding(twice.ElementAt(1).Line, "DUPLICATE_DECISION",
                $"Decision {twice.Key} is trained by the scenes {string.Join(" and ", twice.Select(scene => $"'{scene.Key}'"))}: leave decision out where a scene only follows another.");
        }
    }
}
