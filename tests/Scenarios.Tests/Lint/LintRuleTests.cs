namespace Training.Scenarios.Tests;

/// <summary>Every rule has a document that it alone refuses.</summary>
public sealed class LintRuleTests
{
    private const string Confirmed = "consequence: The office has moved. You get the new number and the report arrives where it is read.";

    [Fact]
    public void Lint_finds_nothing_when_the_document_is_whole() => Assert.Empty(ScenarioDocument.Check(SampleDocument.Text).Findings);

    public static TheoryData<string, string, string, string> Spoilt => new()
    {
        { "BAD_NAME", "code: faxing-sample", "code: Faxing Sample", "code: Faxing Sample" },
        { "BAD_NAME", "family: F", "family: faxing", "family: faxing" },
        { "BAD_NAME", "variant: registration", "variant:", "variant:" },
        { "BAD_NAME", "decision: F1", "decision: number one", "number:" },
        { "BAD_NAME", "teaches: [P01]", "teaches: [misdirected]", "number:" },
        { "BAD_NAME", "violation: P01", "violation: faxing", "send:" },
        // What the sanction policy could not name either.
        { "BAD_NAME", "decision: F1", "decision: F123", "number:" },
        { "BAD_NAME", "decision: F1", "decision: FAX1", "number:" },
        { "BAD_NAME", "teaches: [P01]", "teaches: [P1]", "number:" },
        { "BAD_NAME", "teaches: [P01]", "teaches: [PHI01]", "number:" },
        { "BAD_NAME", "violation: P01", "violation: P001", "send:" },
        { "BAD_NUMBER", "minutes: 6", "minutes: 600", "minutes: 600" },
        { "BAD_NUMBER", "pass: { violations: 0, risky: 1 }", "pass: { violations: 0 }", "pass: { violations: 0 }" },
        { "WRONG_SHAPE", "minutes: 6", "minutes: six", "minutes: six" },
        { "WRONG_SHAPE", "teaches: [P01]", "teaches: P01", "teaches: P01" },
        { "UNKNOWN_KEY", "minutes: 6", "minutes: 6\nauthor: me", "author: me" },
        { "UNKNOWN_KEY", "violations: 0,", "violations: 0, acceptable: 1,", "pass: { violations: 0, acceptable: 1, risky: 1 }" },
        { "UNKNOWN_KEY", "competency: verify-destination", "skill: faxing\n    competency: verify-destination", "skill: faxing" },
        { "DUPLICATE_KEY", "minutes: 6", "minutes: 6\nminutes: 7", "minutes: 7" },
        { "NO_TEXT", "title: The referral fax", "title:", "title:" },
        { "NO_TEXT", "text: Send it to the old number with a cover sheet.", "text:", "cover:" },
        { "UNKNOWN_START", "start: number", "start: beginning", "start: beginning" },
        { "UNKNOWN_NEXT", "next: late", "next: tomorrow", "home:" },
        { "UNREACHABLE", "next: doubt", "next: tray", "doubt:" },
        { "UNREACHABLE", "next: late", "next: done", "late: { title: The list is gone, debrief: \"What leaves the building in a bag is out of everybody's control: the minute at the bin was the cheap one.\" }" },
        { "NO_OUTCOME", "outcome: risky\n        consequence: Nobody", "consequence: Nobody", "cover:" },
        { "UNKNOWN_OUTCOME", "outcome: acceptable", "outcome: fine", "outcome: fine" },
        { "NO_CONSEQUENCE", Confirmed, "consequence:", "confirm:" },
        { "NO_RULE", "rule: A cover sheet does not correct a wrong number.", "rule:", "cover:" },
        { "NO_CITATION", "citation: policy", "citation:", "hope:" },
        { "BAD_CITATION", "citation: policy", "citation: HIPAA", "hope:" },
        { "BAD_CITATION", "citation: policy", "citation: 45 CFR 164", "hope:" },
        { "VIOLATION_WITHOUT_CODE", "violation: P01\n", "\n", "send:" },
        { "CODE_WITHOUT_VIOLATION", "outcome: acceptable", "outcome: acceptable\n        violation: P01", "hope:" },
        { "PLACEHOLDER", Confirmed, "consequence: Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "confirm:" },
        { "PLACEHOLDER", Confirmed, "consequence: TODO say what happens to the patient in this case.", "confirm:" },
        { "PLACEHOLDER", Confirmed, "consequence: The consequence here is still open, ask Mary about it.", "confirm:" },
        { "PLACEHOLDER", Confirmed, "consequence: The number was XXX and the report went to that number.", "confirm:" },
        { "PLACEHOLDER", Confirmed, "consequence: That was right.", "confirm:" },
        { "REPEATED_TEXT", Confirmed, "consequence: nobody answers — you cannot say on whose DESK the report lies now!", "cover:" },
        { "REPEATED_TEXT", "text: Leave the list in the tray for whoever printed it.", "text: Take  the machine's word for it, and go on with the queue", "leave:" },
        { "NO_ENDING", "endings:", "ends:", "" },
        { "NO_DECISION", "decision: F", "title: F", "" },
        { "DUPLICATE_DECISION", "decision: F2", "decision: F1", "tray:" },
        { "NOT_YAML", "pass: {", "pass: {{", "pass: {{ violations: 0, risky: 1 }" },
        { "NOT_YAML", "title: The referral fax", "title: &a The referral fax", "title: &a The referral fax" },
        { "NOT_YAML", "title: The referral fax", "title: *a", "title: *a" },
        { "NOT_YAML", "title: The referral fax", "title: !!str The referral fax", "title: !!str The referral fax" },
        { "NOT_YAML", "title: The referral fax", "title: The referral \0fax", "title: The referral \0fax" },
    };

    [Theory, MemberData(nameof(Spoilt))]
    public void Lint_finds_what_was_spoilt_with_its_line(string rule, string text, string replacement, string at)
    {
        Expect(rule, at, SampleDocument.With(text, replacement));
    }

    [Fact]
    public void Lint_finds_a_dead_end_when_a_choice_leads_nowhere() => Expect("DEAD_END", "home:", SampleDocument.With("next: late", ""));

    [Fact]
    public void Lint_finds_a_dead_end_when_a_scene_has_no_way_to_an_ending() =>
        Expect("DEAD_END", "doubt:", SampleDocument.Text[..SampleDocument.Text.IndexOf("  tray:", StringComparison.Ordinal)]);

    [Fact]
    public void Lint_finds_a_cycle_when_a_choice_leads_back() => Expect("CYCLE", "doubt:", SampleDocument.With(
        "rule: The house asks for a confirmation of every fax that went to an unverified number.\n        citation: policy\n        next: tray",
        "rule: The house asks for a confirmation of every fax that went to an unverified number.\n        citation: policy\n        next: doubt"));

    [Fact]
    public void Lint_finds_a_scene_without_a_best_choice() => Expect("NO_BEST_CHOICE", "doubt:", SampleDocument.Text
        .Replace("outcome: best\n        consequence: They have not.", "outcome: acceptable\n        consequence: They have not.", StringComparison.Ordinal));

    [Fact]
    public void Lint_finds_that_nobody_can_pass_when_the_best_choices_end_nowhere() => Expect("CANNOT_PASS", "", SampleDocument.Text
        .Replace("wrong tray twice this week. Now the default is corrected.\n        rule: Whoever finds paper with patient data takes it out of sight and says so.\n        citation: 45 CFR 164.530(c)\n        next: done",
            "wrong tray twice this week. Now the default is corrected.\n        rule: Whoever finds paper with patient data takes it out of sight and says so.\n        citation: 45 CFR 164.530(c)\n        next: nowhere", StringComparison.Ordinal));

    [Fact]
    public void Lint_finds_a_scene_with_one_choice_only()
    {
        var hope = SampleDocument.Text.IndexOf("      hope:", StringComparison.Ordinal);
        Expect("TOO_FEW_CHOICES", "doubt:", SampleDocument.Text[..hope] + SampleDocument.Text[SampleDocument.Text.IndexOf("  tray:", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Lint_finds_a_document_too_large() => Expect("TOO_LARGE", "", SampleDocument.Text + new string('#', 256 * 1024));

    [Fact]
    public void Lint_finds_too_many_scenes() => Expect("TOO_LARGE", "", SampleDocument.With(
        "endings:", string.Concat(Enumerable.Range(0, 100).Select(i => $"  s{i}: {{ title: again }}\n")) + "endings:"));

    [Fact]
    public void Lint_finds_deep_nesting_without_falling_over() => Expect("NOT_YAML", new string('[', 200_000), new string('[', 200_000));

    [Theory]
    [InlineData("")]
    [InlineData("just a text")]
    [InlineData("- a\n- b")]
    [InlineData("code: a\n---\ncode: b")]
    [InlineData("? [a]\n: b")]
    public void Lint_finds_something_in_what_is_no_scenario_at_all(string document) => Assert.NotEmpty(ScenarioDocument.Check(document).Findings);

    /// <param name="rule">The rule that objects.</param>
    /// <param name="at">The line that it objects to; empty where it objects to the whole.</param>
    /// <param name="document">The spoilt document.</param>
    private static void Expect(string rule, string at, string document)
    {
        string[] lines = ["", .. document.Split('\n').Select(line => line.Trim())];
        var (_, findings) = ScenarioDocument.Check(document);
        Assert.Contains((rule, at), findings.Select(finding => (finding.Rule, lines[finding.Line])));
        Assert.DoesNotContain("", findings.Select(finding => finding.Message));
    }
}
