using System.Text.RegularExpressions;

namespace Training.Scenarios;

/// <summary>What each choice must say: where it leads in real life, and by which rule.</summary>
internal static class ChoiceRules
{
    private const string Clause = @"45 CFR \d{3}\.\d{3}(\([A-Za-z0-9]{1,5}\))*";
    private const string Guidance = @"NIST SP 800-\d{1,3}[a-z]?(r\d)?( [A-Za-z0-9§.,() -]{1,80})?";

    private static readonly Regex Citation = new($@"^(policy|({Clause}|{Guidance})(; ({Clause}|{Guidance}))*)$", RegexOptions.CultureInvariant);
    // As the sanction policy writes its codes: another one would name nothing there.
    private static readonly Regex ViolationCode = new(@"\A[A-Z]\d\d\z", RegexOptions.CultureInvariant);

    public static bool IsViolationCode(string code) => ViolationCode.IsMatch(code);

    public static IEnumerable<Finding> Check(ScenarioGraph graph) =>
        graph.Scenes.Values.SelectMany(scene => scene.Choices.Values.SelectMany(choice =>
            Check(choice).Select(found => new Finding(choice.Line, found.Rule, $"Choice '{choice.Key}' of scene '{scene.Key}' {found.Message}"))));

    private static IEnumerable<(string Rule, string Message)> Check(Choice choice)
    {
        if (!HeadRules.IsName(choice.Key))
            yield return ("BAD_NAME", "has an unusable key: write lower-case letters, digits and hyphens.");
        if (choice.Consequence == "")
            yield return ("NO_CONSEQUENCE", "has no consequence: write what happens then, in this scene and to these people.");
        if (choice.Outcome == Outcome.Violation && choice.Violation == "")
            yield return ("VIOLATION_WITHOUT_CODE", "is a violation of nothing: write violation: and the one catalogue code that it would be, such as P01.");
        if (choice.Outcome is not (Outcome.Violation or Outcome.Unspecified) && choice.Violation != "")
            yield return ("CODE_WITHOUT_VIOLATION", $"names violation {choice.Violation} but is {choice.Outcome.ToString().ToLowerInvariant()}: leave the code out, or make the outcome a violation.");
        if (choice.Violation != "" && !IsViolationCode(choice.Violation))
            yield return ("BAD_NAME", $"names violation '{choice.Violation}': write one catalogue code, a letter and two digits, such as P01.");
        if (choice.Rule == "")
            yield return ("NO_RULE", "has no rule: write the rule behind it in plain words.");
        if (choice.Citation == "")
            yield return ("NO_CITATION", "has no citation: write the clause, such as 45 CFR 164.530(c), or policy where it is the house's own rule.");
        else if (!Citation.IsMatch(choice.Citation))
            yield return ("BAD_CITATION", $"cites '{choice.Citation}': write 45 CFR 164.530(c), NIST SP 800-66r2, several divided by '; ', or policy.");
    }
}
