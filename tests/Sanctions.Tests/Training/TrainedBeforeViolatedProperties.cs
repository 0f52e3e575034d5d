using FsCheck;
using FsCheck.Fluent;

namespace Training.Sanctions.Tests;

public sealed class TrainedBeforeViolatedProperties
{
    private static readonly int Violations = LongRun.Count(4_000, 400_000);

    [Fact]
    public void Before_says_what_a_brute_force_search_says()
    {
        var verdicts = new int[6];
        Prop.ForAll(History.Any.ToArbitrary(), history =>
            {
                var finding = history.Found().Before(history.Happened);
                var expected = Oracle.Explain(history);
                Assert.Equal(Oracle.Best(expected), finding.Verdict);
                Assert.Equal(expected.ToHashSet(), finding.Decisions.Select(Said).ToHashSet());
                Assert.Equal(expected.Count, finding.Decisions.Count);
                Interlocked.Increment(ref verdicts[(int)finding.Verdict]);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Violations));
        Assert.All(verdicts.Skip(1), count => Assert.True(count > 0, "the histories are too tame: a verdict never came"));
        LongRun.Print($"Sanctions: trained-before-violated equals the oracle in {Violations} random histories (before/superseded/not passed/after/never: {string.Join("/", verdicts.Skip(1))})");
    }

    [Fact]
    public void Remedial_is_a_newest_version_never_run_or_else_the_one_run_longest_ago() =>
        Prop.ForAll(History.Any.ToArbitrary(), history =>
            {
                var newest = history.Versions.GroupBy(version => version.Scenario).Select(versions => versions.Last()).ToList();
                var teaching = newest.Where(version => Taught(history, version).Count > 0).ToList();
                var chosen = history.Found().Remedial();
                Assert.Equal(teaching.Count == 0, chosen is null);
                if (chosen is null)
                    return;
                Assert.Contains(chosen.Version, teaching);
                Assert.Equal(Taught(history, chosen.Version), chosen.Decisions);
                var last = LastRun(history, chosen.Version.Scenario);
                Assert.All(teaching, other => Assert.True(last is null || (LastRun(history, other.Scenario) is { } then && then >= last)));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Violations));

    private static Oracle.Said Said(DecisionTraining training) => new(
        training.Decision.Decision, training.Decision.Scenario, training.Verdict, training.Run?.Version ?? 0, training.Run?.Finished,
        string.Join(";", training.Choices.Select(choice => $"{choice.Run}/{choice.Step}")));

    private static List<string> Taught(History history, ScenarioVersion version) =>
    [
        .. history.Decisions.Where(decision => decision.Scenario == version.Scenario && decision.Version == version.Version)
            .Where(decision => decision.ViolationCode == History.Code || decision.Decision == History.CatalogueDecision)
            .Select(decision => decision.Decision).Distinct().Order(StringComparer.Ordinal),
    ];

    private static DateTimeOffset? LastRun(History history, ScenarioId scenario)
    {
        DateTimeOffset? last = null;
        foreach (var run in history.Runs.Where(run => run.Scenario == scenario))
            last = last is null || run.Finished > last ? run.Finished : last;
        return last;
    }
}
