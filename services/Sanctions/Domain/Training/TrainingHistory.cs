namespace Training.Sanctions;

/// <summary>
/// The scenarios that ever taught a violation code (all their versions, and the decisions by which they did), and one person's runs and choices in them.
/// </summary>
internal sealed class TrainingHistory(
    IReadOnlyCollection<ScenarioVersion> versions, IReadOnlyCollection<TaughtDecision> taught,
    IReadOnlyCollection<FinishedRun> runs, IReadOnlyCollection<MadeChoice> choices)
{
    private readonly ILookup<ScenarioId, ScenarioVersion> _versions = versions.ToLookup(version => version.Scenario);
    private readonly ILookup<ScenarioId, FinishedRun> _runs = runs.ToLookup(run => run.Scenario);
    private readonly ILookup<(ScenarioId, string), MadeChoice> _choices = choices.ToLookup(choice => (choice.Scenario, choice.Decision));

    /// <summary>Whether the person had been trained before it happened.</summary>
    public TrainingFinding Before(DateTimeOffset happened)
    {
        var decisions = taught.GroupBy(decision => (decision.Scenario, decision.Decision))
            .Select(versions => Judge([.. versions], happened))
            .OrderBy(decision => decision.Verdict).ThenBy(decision => decision.Decision.Decision, StringComparer.Ordinal)
            .ThenBy(decision => decision.Decision.Scenario.Value)
            .ToList();
        return new TrainingFinding(decisions.Count == 0 ? TrainingVerdict.NeverTrained : decisions[0].Verdict, decisions);
    }

    /// <summary>
    /// The scenario that trains the code again: one that the person has never run, of these one that asks what they chose badly, else the one run longest ago.
    /// </summary>
    public RemedialScenario? Remedial()
    {
        var weak = choices.Where(choice => choice.Outcome is Outcome.Risky or Outcome.Violation).Select(choice => choice.Decision).ToHashSet(StringComparer.Ordinal);
        return _versions.Select(scenario => scenario.MaxBy(version => version.Version)!)
            .Select(newest => new RemedialScenario(newest, DecisionsOf(newest)))
            .Where(candidate => candidate.Decisions.Count > 0)
            .OrderBy(candidate => LastRun(candidate.Version.Scenario) ?? DateTimeOffset.MinValue)
            .ThenByDescending(candidate => candidate.Decisions.Count(weak.Contains))
            .ThenByDescending(candidate => candidate.Decisions.Count)
            .ThenBy(candidate => candidate.Version.Code, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Version.Scenario.Value)
            .FirstOrDefault();
    }

    private DecisionTraining Judge(IReadOnlyCollection<TaughtDecision> versions, DateTimeOffset happened)
    {
        var scenario = versions.First().Scenario;
        var teaching = versions.Select(decision => decision.Version).ToHashSet();
        var taken = _runs[scenario].Where(run => teaching.Contains(run.Version)).ToList();
        var (verdict, run) = VerdictOn(scenario, taken, happened);
        var shown = versions.Where(decision => run is null || decision.Version == run.Version).MaxBy(decision => decision.Version)!;
        var made = _choices[(scenario, shown.Decision)].Where(choice => choice.At < happened)
            .OrderBy(choice => choice.At).ThenBy(choice => choice.Run.Value).ThenBy(choice => choice.Step);
        return new DecisionTraining(shown, _versions[scenario].Single(version => version.Version == shown.Version).Title, verdict, run, [.. made]);
    }

    private (TrainingVerdict Verdict, FinishedRun? Run) VerdictOn(ScenarioId scenario, List<FinishedRun> taken, DateTimeOffset happened)
    {
        var before = taken.Where(run => run.Finished < happened).ToList();
        if (before.Where(run => run.Passed).MaxBy(run => (run.Version, run.Finished)) is { } passed)
        {
            var superseded = _versions[scenario].Any(version => version.Version > passed.Version && version.Published <= happened);
            return (superseded ? TrainingVerdict.TrainedOnSupersededVersion : TrainingVerdict.TrainedBefore, passed);
        }

        if (before.MaxBy(run => run.Finished) is { } failed)
            return (TrainingVerdict.NotPassed, failed);
        var after = taken.Where(run => run.Passed && run.Finished >= happened).MinBy(run => run.Finished);
        return after is null ? (TrainingVerdict.NeverTrained, null) : (TrainingVerdict.TrainedAfter, after);
    }

    private DateTimeOffset? LastRun(ScenarioId scenario) => _runs[scenario].Select(run => (DateTimeOffset?)run.Finished).Max();

    private IReadOnlyList<string> DecisionsOf(ScenarioVersion version) =>
    [
        .. taught.Where(decision => decision.Scenario == version.Scenario && decision.Version == version.Version)
            .Select(decision => decision.Decision).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}

/// <summary>A scenario's newest version and the decisions of it that teach the code.</summary>
internal sealed record RemedialScenario(ScenarioVersion Version, IReadOnlyList<string> Decisions);
