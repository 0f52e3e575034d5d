using System.Text.RegularExpressions;

namespace Training.Sanctions.Tests;

public sealed class ShippedPolicyTests
{
    private static readonly SanctionPolicy Policy = PolicyReader.Read(Hospital.Document).Policy!;

    [Fact]
    public void Verify_finds_nothing_in_the_shipped_policy() => Assert.Empty(PolicyReader.Read(Hospital.Document).Findings);

    [Fact]
    public void The_catalogue_has_P01_to_P16_and_S01_to_S12_each_described_in_its_own_words()
    {
        var codes = Enumerable.Range(1, 16).Select(n => $"P{n:00}").Concat(Enumerable.Range(1, 12).Select(n => $"S{n:00}"));
        Assert.Equal(codes, Policy.Violations.Select(violation => violation.Code));
        Assert.Equal(28, Policy.Violations.Select(violation => violation.Description).Distinct().Count());
        Assert.All(Policy.Violations, violation => Assert.Equal(violation.Code[0] == 'S' ? Strand.Security : Strand.Privacy, violation.Strand));
    }

    [Fact]
    public void Every_decision_of_the_catalogue_is_taught_by_a_shipped_scenario()
    {
        var taught = Directory.GetFiles(RepositoryRoot.At("content/scenarios"), "*.yaml")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^\s+decision:\s*(\w+)", RegexOptions.Multiline)).Select(found => found.Groups[1].Value).ToHashSet();
        Assert.DoesNotContain(Policy.Violations.SelectMany(violation => violation.Decisions), decision => !taught.Contains(decision));
    }

    [Theory]
    // 164.502(j)(1): disclosed, believed one of two things, to one of three recipients.
    [InlineData("whistleblower-disclosed whistleblower-danger whistleblower-authority", "45 CFR 164.502(j)(1)")]
    [InlineData("whistleblower-disclosed whistleblower-unlawful whistleblower-attorney", "45 CFR 164.502(j)(1)")]
    [InlineData("whistleblower-disclosed whistleblower-unlawful whistleblower-danger whistleblower-accreditor", "45 CFR 164.502(j)(1)")]
    [InlineData("whistleblower-disclosed whistleblower-unlawful whistleblower-danger", "")]
    [InlineData("whistleblower-disclosed whistleblower-accreditor whistleblower-authority", "")]
    [InlineData("whistleblower-unlawful whistleblower-accreditor", "")]
    // 164.502(j)(2): all four.
    [InlineData("victim-of-crime victim-law-enforcement victim-suspect victim-limited-items", "45 CFR 164.502(j)(2)")]
    [InlineData("victim-of-crime victim-law-enforcement victim-suspect", "")]
    [InlineData("victim-of-crime victim-suspect victim-limited-items", "")]
    // 160.316: (a) and (b) stand alone, (c) needs its three conditions.
    [InlineData("complaint-filed", "45 CFR 164.530(g)(2), 160.316(a)")]
    [InlineData("proceeding-took-part", "45 CFR 164.530(g)(2), 160.316(b)")]
    [InlineData("opposition-opposed opposition-good-faith opposition-reasonable opposition-no-disclosure", "45 CFR 164.530(g)(2), 160.316(c)")]
    [InlineData("opposition-opposed opposition-good-faith opposition-reasonable", "")]
    [InlineData("opposition-good-faith opposition-reasonable opposition-no-disclosure", "")]
    [InlineData("", "")]
    public void An_exemption_applies_exactly_when_every_condition_of_its_clause_holds(string yes, string applies) =>
        Assert.Equal(
            applies.Length == 0 ? [] : [applies],
            Policy.Applying(yes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Asked).ToHashSet()));

    [Fact]
    public void A_repeat_moves_along_the_schedule_and_the_last_range_holds_for_all_further_ones()
    {
        var employment = Policy.ScheduleFor(Constituency.Employee);
        Assert.True(employment.Allows("coaching", 1, 0));
        Assert.False(employment.Allows("coaching", 1, 1));
        Assert.True(employment.Allows("final-written-warning", 1, 2));
        Assert.Equal(employment.Range(1, 2), employment.Range(1, 9));
        Assert.False(employment.Allows("termination", 1, 9));
        Assert.All(Enum.GetValues<Constituency>(), constituency => Assert.NotNull(Policy.ScheduleFor(constituency)));
    }

    private static string Asked(string id) => Policy.Questions.Single(question => question.Id == id).Id;
}
