using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Scenarios;

internal sealed class Choose(ScenariosDb db, Editions editions, TimeProvider clock)
{
    public async Task<ChosenStep> Run(RunId id, string scene, int step, string choice, Caller caller, CancellationToken ct)
    {
        var member = caller.Member ?? throw new RunsAreForPeople();
        var run = await db.Runs.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (run?.Member != member)
            throw new RunNotFound(id);
        var edition = await editions.Of(run.Organisation, run.Scenario, run.ScenarioVersion, ct);
        var made = run.Choose(edition.Graph, scene, step, choice, clock.GetUtcNow().ToMicrosecond());
        if (run.Finished is not null)
            await FinishAsync(run, edition, made, ct);
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return new ChosenStep(run, edition, made);
    }

    private async Task FinishAsync(Run run, Edition edition, MadeChoice last, CancellationToken ct)
    {
        var choices = await db.Choices.AsNoTracking().Where(c => c.Run == run.Id).OrderBy(c => c.Step).ToListAsync(ct);
        choices.Add(last);
        run.Seal(edition, choices);
        db.Publish(RunMessages.Finished(run, edition, choices));
    }
}

/// <summary>A choice, and where the run has come by it.</summary>
internal sealed record ChosenStep(Run Run, Edition Edition, MadeChoice Made);
