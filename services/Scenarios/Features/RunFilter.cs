using Training.Hosting;

namespace Training.Scenarios;

/// <summary>Runs that meet everything that is set.</summary>
internal sealed record RunFilter(MemberId? Member = null, ScenarioId? Scenario = null, bool? Finished = null, bool? Passed = null)
{
    public IQueryable<Run> Narrow(IQueryable<Run> runs)
    {
        if (Member is { } member)
            runs = runs.Where(run => run.Member == member);
        if (Scenario is { } scenario)
            runs = runs.Where(run => run.Scenario == scenario);
        if (Finished is { } finished)
            runs = runs.Where(run => run.Finished != null == finished);
        return Passed is { } passed ? runs.Where(run => run.Finished != null && run.Passed == passed) : runs;
    }
}
