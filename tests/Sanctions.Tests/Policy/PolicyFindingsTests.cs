using FsCheck;
using FsCheck.Fluent;

namespace Training.Sanctions.Tests;

public sealed class PolicyFindingsTests
{
    [Theory]
    [InlineData("look-back-months: 36", "look-back-months: soon", "WRONG_VALUE")]
    [InlineData("look-back-months: 36", "look-back-months: 0", "WRONG_VALUE")]
    [InlineData("look-back-months: 36", "look-back-years: 3", "UNKNOWN_KEY")]
    [InlineData("    name: Unintentional", "    nam: Unintentional", "MISSING")]
    [InlineData("    lowest: 1\n    highest: 2\n    decisions: [E3, F1, W1]", "    lowest: 2\n    highest: 1\n    decisions: [E3, F1, W1]", "WRONG_VALUE")]
    [InlineData("decisions: [E3, F1, W1]", "decisions: [fax]", "WRONG_VALUE")]
    [InlineData("decisions: [E3, F1, W1]", "decisions: E3", "WRONG_VALUE")]
    [InlineData("  P01:\n", "  PA1:\n", "WRONG_VALUE")]
    [InlineData("  P02:\n", "  P01:\n", "UNREADABLE")]
    [InlineData("strand: privacy", "strand: both", "WRONG_VALUE")]
    [InlineData("for: [employee]", "for: [employees]", "WRONG_VALUE")]
    [InlineData("for: [employee]", "for: [employee, volunteer]", "TWO_SCHEDULES")]
    [InlineData("for: [agency, contractor]", "for: [agency]", "NO_SCHEDULE")]
    [InlineData("4: [termination]", "4: [dismissal]", "UNKNOWN_MEASURE")]
    [InlineData("4: [termination]", "4: []", "WRONG_VALUE")]
    [InlineData("4: [termination]", "5: [termination]", "MISSING")]
    [InlineData("verbal-warning..written-warning, written-warning..final", "written-warning..verbal-warning, written-warning..final", "RANGE_REVERSED")]
    [InlineData("  4:\n    name: Malicious or for gain", "  5:\n    name: Malicious or for gain", "UNKNOWN_KEY")]
    [InlineData("citation: 45 CFR 164.502(j)(2)", "citation: 45 CFR 164.402(1)(i)", "NO_LEGAL_EXIT")]
    [InlineData("citation: 45 CFR 164.502(j)(2)", "citation: 45 CFR 164.502(j)(1)", "LEGAL_EXIT_MISSING")]
    [InlineData("      manner:\n        opposition-reasonable: Was the manner of the opposition reasonable?\n", "", "CONDITION_MISSING")]
    [InlineData("        complaint-filed: ", "        Complaint Filed: ", "WRONG_VALUE")]
    [InlineData("        proceeding-took-part: ", "        complaint-filed: ", "DUPLICATE_QUESTION")]
    [InlineData("title: Workforce", "title: &name Workforce", "")]
    [InlineData("title: Workforce", "title: *name\nname: Workforce", "UNREADABLE")]
    [InlineData("title: Workforce", "title: \"Work\\0force\"\nrest: ", "UNREADABLE")]
    [InlineData("title: Workforce", "title: [[[[[[[[[[[[[x]]]]]]]]]]]]]\nrest: ", "UNREADABLE")]
    [InlineData("title: Workforce", "title: {", "UNREADABLE")]
    public void Verify_names_the_rule_that_a_changed_document_breaks(string text, string replacement, string rule)
    {
        Assert.Contains(text, Hospital.Document, StringComparison.Ordinal);
        var at = Hospital.Document.IndexOf(text, StringComparison.Ordinal);
        var (policy, findings) = PolicyReader.Read(Hospital.Document.Remove(at, text.Length).Insert(at, replacement));
        if (rule.Length == 0)
        {
            Assert.Empty(findings);
            return;
        }

        Assert.Null(policy);
        Assert.Contains(findings, finding => finding.Rule == rule);
        Assert.All(findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Message)));
    }

    [Fact]
    public void A_finding_names_the_line()
    {
        var lines = Hospital.Document.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("decisions: [C1]", StringComparison.Ordinal));
        lines[line] = "    decisions: [C1, nonsense]";
        var finding = Assert.Single(PolicyReader.Read(string.Join('\n', lines)).Findings);
        Assert.Equal(line + 1, finding.Line);
        Assert.Contains("nonsense", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- list")]
    [InlineData("title: one\n---\ntitle: two")]
    public void Text_that_is_no_mapping_is_unreadable(string document) =>
        Assert.Equal("UNREADABLE", Assert.Single(PolicyReader.Read(document).Findings).Rule);

    [Fact]
    public void A_document_too_large_is_not_even_parsed() =>
        Assert.Equal("TOO_LARGE", Assert.Single(PolicyReader.Read(new string('#', (256 * 1024) + 1)).Findings).Rule);

    // A reader of documents that others write may refuse, and never fall over.
    [Fact]
    public void Any_cut_of_the_document_is_read_or_refused_with_findings()
    {
        for (var length = 0; length < Hospital.Document.Length; length += LongRun.Count(397, 1))
            ReadOrRefused(Hospital.Document[..length]);
    }

    [Fact]
    public void Any_document_with_a_few_characters_changed_is_read_or_refused_with_findings() =>
        Prop.ForAll(
                Gen.Choose(0, Hospital.Document.Length - 1).Zip(Gen.Elements("{", "[", "}", "]", ":", "\n", "\t", "- ", "'", "\"", "&a ", "*a", "|", "!", "#", "%", "\u0000", "\ud800", "é", "? ", "<<: "))
                    .ArrayOf(3).ToArbitrary(),
                changes => ReadOrRefused(changes.Aggregate(Hospital.Document, (text, change) => text.Insert(change.Item1, change.Item2))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(150, 20_000)));

    private static void ReadOrRefused(string document)
    {
        var (policy, findings) = PolicyReader.Read(document);
        Assert.Equal(policy is null, findings.Count > 0);
    }
}
