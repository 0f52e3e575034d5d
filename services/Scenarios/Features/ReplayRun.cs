using Training.Contracts;
using Training.Hosting;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class ReplayRun(ScenariosDb db, Editions editions, RunReader runs)
{
    private const int MostAtOnce = 50;

    private static readonly Role[] SeeEverybodys = [Role.PrivacyOfficer, Role.SecurityOfficer, Role.Reviewer, Role.Auditor];

    public async Task<ReplayedRun> Run(RunId id, Caller caller, CancellationToken ct)
    {
        var run = await runs.Find(id, ct);
        if (run is null || !MaySee(run, caller))
            throw new RunNotFound(id);
        if (run.Finished is null)
            throw new RunIsNotFinished(id);
        return (await ReplayAsync([run], ct))[0];
    }

    /// <summary>Those of them that are there for the caller to see, and finished.</summary>
    public async Task<IReadOnlyList<ReplayedRun>> Some(IReadOnlyCollection<RunId> ids, Caller caller, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count, MostAtOnce);
        var found = await runs.FindAll(r => ids.Contains(r.Id) && r.Finished != null, ct);
        return await ReplayAsync([.. found.Where(run => MaySee(run, caller))], ct);
    }

    private static bool MaySee(Run run, Caller caller) => run.Member == caller.Member || caller.Roles.Overlaps(SeeEverybodys);

    private async Task<IReadOnlyList<ReplayedRun>> ReplayAsync(IReadOnlyList<Run> finished, CancellationToken ct)
    {
        var archived = await editions.FromArchive(finished.Select(run => (run.Scenario, run.ScenarioVersion)), ct);
        List<ReplayedRun> replayed = [];
        foreach (var run in finished)
        {
            var edition = archived[(run.Scenario, run.ScenarioVersion)];
            replayed.Add(new ReplayedRun(run, edition, Replay.Of(edition, run)));
        }
        db.NoteEach(finished.Select(run => $"Run/{run.Id}"), "replayed");
        await db.SaveChangesAsync(ct);
        return replayed;
    }
}

internal sealed record ReplayedRun(Run Run, Edition Edition, Replay Replay);
