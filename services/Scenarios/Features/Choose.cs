using Training.Hosting;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class Choose(ScenariosDb db, RunReader runs, OpenRuns open, Editions editions, TimeProvider clock)
{
    public async Task<ChosenStep> Run(RunId id, string scene, int step, string choice, Caller caller, CancellationToken ct)
    {
        var member = caller.Member ?? throw new RunsAreForPeople();
        var run = open.Take(caller.Organisation, id, step) ?? await runs.Find(id, ct);
        if (run?.Member != member)
            throw new RunNotFound(id);
        var edition = await editions.Of(run.Organisation, run.Scenario, run.ScenarioVersion, ct);
        db.Attach(run);
        var made = run.Choose(edition, scene, step, choice, clock.Now());
        db.Add(made);
        if (run.Finished is null)
            db.AfterCommit(() => open.Leave(run));
        else
            db.Publish(RunMessages.Finished(run, edition));
        db.Note($"Run/{id}", "");
        await db.SaveChangesAsync(ct);
        return new ChosenStep(run, edition, made);
    }
}

/// <summary>A choice, and where the run has come by it.</summary>
internal sealed record ChosenStep(Run Run, Edition Edition, MadeChoice Made);
