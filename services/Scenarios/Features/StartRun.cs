using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class StartRun(ScenariosDb db, Editions editions, RunReader runs, OpenRuns open, TimeProvider clock)
{
    public async Task<RunView> Run(ScenarioId scenario, Caller caller, CancellationToken ct)
    {
        var member = caller.Member ?? throw new RunsAreForPeople();
        var unfinished = await runs.FindUnfinished(member, scenario, ct);
        if (unfinished is not null)
            return await runs.View(unfinished, ct);
        var newest = await db.Scenarios.AsNoTracking().Where(s => s.Id == scenario).Select(s => (int?)s.Version).SingleOrDefaultAsync(ct)
            ?? throw new ScenarioNotFound(scenario);
        var edition = await editions.Of(caller.Organisation, scenario, newest, ct);
        var run = Scenarios.Run.Start(caller.Organisation, TypedId.New<RunId>(clock), member, edition, clock.Now());
        db.Add(run);
        db.AfterCommit(() => open.Leave(run));
        await db.SaveChangesAsync(ct);
        return new RunView(run, edition);
    }
}
