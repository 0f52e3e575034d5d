using Xunit;

namespace Training.Architecture.Tests.Model;

/// <summary>What a rule found, and at how many things it looked: a rule that looks at nothing proves nothing.</summary>
internal sealed record Verdict(int LookedAt, IReadOnlyList<string> Findings)
{
    public static Verdict Of<T>(IReadOnlyCollection<T> subjects, Func<T, IEnumerable<string>> findings) =>
        new(subjects.Count, [.. subjects.SelectMany(findings)]);

    /// <summary>The rule holds on the real house.</summary>
    public void AssertHolds()
    {
        Assert.True(LookedAt > 0, "The rule looked at nothing: its subject has moved, or the rule belongs into NotYetBuilt.");
        Assert.True(Findings.Count == 0, string.Join('\n', Findings));
    }

    /// <summary>The failing twin: the rule finds exactly what was put in front of it.</summary>
    public void AssertFinds(params string[] parts)
    {
        Assert.True(Findings.Count == parts.Length, $"Expected {parts.Length} finding(s), got {Findings.Count}:\n{string.Join('\n', Findings)}");
        foreach (var part in parts)
            Assert.Contains(Findings, finding => finding.Contains(part, StringComparison.Ordinal));
    }
}
