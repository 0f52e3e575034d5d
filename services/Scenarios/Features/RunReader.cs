using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class RunReader(ScenariosDb db, RunById byId, Editions editions)
{
    /// <summary>A run with every choice; untracked.</summary>
    public async Task<Run?> Find(RunId id, CancellationToken ct) => await byId.Find(db, id, ct) is { } kept ? kept.Run.With(kept.Choices) : null;

    /// <summary>The member's run of this scenario that has not come to its end, with every choice; untracked.</summary>
    public async Task<Run?> FindUnfinished(MemberId member, ScenarioId scenario, CancellationToken ct)
    {
        var id = await db.Runs.Where(r => r.Member == member && r.Scenario == scenario && r.Finished == null).Select(r => (RunId?)r.Id).SingleOrDefaultAsync(ct);
        return id is null ? null : await Find(id.Value, ct);
    }

    public async Task<RunView> Own(RunId id, Caller caller, CancellationToken ct)
    {
        var run = await Find(id, ct);
        return run is not null && run.Member == caller.Member ? await View(run, ct) : throw new RunNotFound(id);
    }

    public async Task<RunView> View(Run run, CancellationToken ct) =>
        new(run, await editions.Of(run.Organisation, run.Scenario, run.ScenarioVersion, ct));

    /// <summary>Newest first.</summary>
    public Task<RunPage> ListOwn(int pageSize, string pageToken, Caller caller, CancellationToken ct)
    {
        var member = caller.Member ?? throw new RunsAreForPeople();
        var size = Paging.Size(pageSize);
        var own = db.Runs.Where(r => r.Member == member);
        if (Paging.After(pageToken) is var before && before != Guid.Empty)
            own = own.Where(r => r.Id < new RunId(before));
        return PageAsync(own.OrderByDescending(r => r.Id).Take(size + 1), size, rows => rows.OrderByDescending(row => row.Run.Id), ct);
    }

    /// <summary>Oldest first.</summary>
    public Task<RunPage> List(MemberId? member, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = new RunId(Paging.After(pageToken));
        var asked = member is null ? db.Runs : db.Runs.Where(r => r.Member == member);
        return PageAsync(asked.Where(r => r.Id > after).OrderBy(r => r.Id).Take(size + 1), size, rows => rows.OrderBy(row => row.Run.Id), ct);
    }

    private async Task<RunPage> PageAsync(
        IQueryable<Run> page, int size, Func<IQueryable<TitledRun>, IQueryable<TitledRun>> order, CancellationToken ct)
    {
        var titled =
            from run in page
            join version in db.Versions on new { run.Scenario, Version = run.ScenarioVersion } equals new { version.Scenario, version.Version }
            select new TitledRun { Run = run, Title = version.Title };
        var rows = await order(titled).AsNoTracking().ToListAsync(ct);
        var next = Paging.Next(rows, size, row => row.Run.Id.Value);
        return new RunPage(rows, next);
    }
}

internal sealed class TitledRun
{
    public required Run Run { get; init; }

    public required string Title { get; init; }
}

internal sealed record RunPage(IReadOnlyList<TitledRun> Runs, string Next);
