using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Hosting;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class RunReader(ScenariosDb db, RunById byId, Editions editions)
{
    private static readonly Role[] ListEverybodys = [Role.PrivacyOfficer, Role.SecurityOfficer, Role.Auditor];

    private static readonly ListOrder<Run>
        NewestFirst = new("runs, newest first", descending: true, nameof(Run.Id)),
        OldestFirst = new("runs", descending: false, nameof(Run.Id));

    /// <summary>A run with every choice; untracked.</summary>
    public async Task<Run?> Find(RunId id, CancellationToken ct) => await byId.Find(db, id, ct) is { } kept ? kept.Run.With(kept.Choices) : null;

    /// <summary>The member's run of this scenario that has not come to its end, with every choice; untracked.</summary>
    public async Task<Run?> FindUnfinished(MemberId member, ScenarioId scenario, CancellationToken ct)
    {
        var id = await db.Runs.Where(r => r.Member == member && r.Scenario == scenario && r.Finished == null).Select(r => (RunId?)r.Id).SingleOrDefaultAsync(ct);
        return id is null ? null : await Find(id.Value, ct);
    }

    public async Task<List<Run>> FindAll(Expression<Func<Run, bool>> which, CancellationToken ct) =>
        [.. (await WithChoices(which).ToListAsync(ct)).Select(found => found.Run.With(found.Choices))];

    public async Task<RunView> Own(RunId id, Caller caller, CancellationToken ct)
    {
        var run = await Find(id, ct);
        return run is not null && run.Member == caller.Member ? await View(run, ct) : throw new RunNotFound(id);
    }

    public async Task<RunView> View(Run run, CancellationToken ct) =>
        new(run, await editions.Of(run.Organisation, run.Scenario, run.ScenarioVersion, ct));

    /// <summary>Those of them that are there for the caller to see: their own whole, others' as lists show them.</summary>
    public async Task<(IReadOnlyList<RunView> Own, IReadOnlyList<TitledRun> Others)> Some(IReadOnlyCollection<RunId> ids, Caller caller, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count);
        var own = caller.Member is { } member ? await FindAll(r => ids.Contains(r.Id) && r.Member == member, ct) : [];
        var read = await editions.OfAll(caller.Organisation, own.Select(run => (run.Scenario, run.ScenarioVersion)), ct);
        List<Run> others = caller.Roles.Overlaps(ListEverybodys)
            ? await db.Runs.AsNoTracking().Where(r => ids.Contains(r.Id) && r.Member != caller.Member).ToListAsync(ct)
            : [];
        return ([.. own.Select(run => new RunView(run, read[(run.Scenario, run.ScenarioVersion)]))], await Titled(others, ct));
    }

    public async Task<Page<TitledRun>> ListOwn(RunFilter filter, PageAsk ask, Caller caller, CancellationToken ct)
    {
        var member = caller.Member ?? throw new RunsAreForPeople();
        return await Titled(await db.PageAsync(NewestFirst, ask, runs => filter.Narrow(runs.Where(r => r.Member == member)), ct), ct);
    }

    public async Task<Page<TitledRun>> List(RunFilter filter, PageAsk ask, CancellationToken ct) =>
        await Titled(await db.PageAsync(OldestFirst, ask, filter.Narrow, ct), ct);

    public async Task<IReadOnlyList<PageOf<MemberId, TitledRun>>> Lists(IReadOnlyCollection<MemberId> members, RunFilter filter, PageAsk ask, CancellationToken ct)
    {
        var lists = await db.PagesAsync(OldestFirst, ask, run => run.Member, members, filter.Narrow, ct);
        var titled = (await Titled([.. lists.SelectMany(list => list.Page.Rows)], ct)).ToDictionary(row => row.Run.Id);
        return [.. lists.Select(list => new PageOf<MemberId, TitledRun>(list.Of, list.Page.Of(run => titled[run.Id])))];
    }

    private IQueryable<KeptRun> WithChoices(Expression<Func<Run, bool>> which) => db.Runs.AsNoTracking().Where(which)
        .Select(run => new KeptRun { Run = run, Choices = db.Choices.Where(c => c.Run == run.Id).OrderBy(c => c.Step).ToList() });

    private async Task<Page<TitledRun>> Titled(Page<Run> page, CancellationToken ct) => page.Of(await Titled(page.Rows, ct));

    private async Task<IReadOnlyList<TitledRun>> Titled(IReadOnlyCollection<Run> runs, CancellationToken ct)
    {
        if (runs.Count == 0)
            return [];
        var scenarios = runs.Select(run => run.Scenario).Distinct().ToList();
        var titles = await db.Versions.Where(version => scenarios.Contains(version.Scenario))
            .Select(version => new { version.Scenario, version.Version, version.Title })
            .ToDictionaryAsync(version => (version.Scenario, version.Version), version => version.Title, ct);
        return [.. runs.Select(run => new TitledRun(run, titles[(run.Scenario, run.ScenarioVersion)]))];
    }
}

/// <summary>A run as lists show it.</summary>
internal sealed record TitledRun(Run Run, string Title);
