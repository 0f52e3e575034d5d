using Training.Contracts;
using Training.Hosting;

namespace Training.Scenarios;

internal sealed class ReplayRun(ScenariosDb db, Editions editions, RunReader runs)
{
    private static readonly Role[] SeeEverybodys = [Role.PrivacyOfficer, Role.SecurityOfficer, Role.Reviewer, Role.Auditor];

    public async Task<ReplayedRun> Run(RunId id, Caller caller, CancellationToken ct)
    {
        var run = await runs.Find(id, ct);
        if (run is null || (run.Member != caller.Member && !caller.Roles.Overlaps(SeeEverybodys)))
            throw new RunNotFound(id);
        if (run.Finished is null)
            throw new RunIsNotFinished(id);
        var edition = await editions.FromArchive(run.Scenario, run.ScenarioVersion, ct);
        var replay = Replay.Of(edition, run);
        db.Note($"Run/{id}", "replayed");
        await db.SaveChangesAsync(ct);
        return new ReplayedRun(run, edition, replay);
    }
}

internal sealed record ReplayedRun(Run Run, Edition Edition, Replay Replay);
