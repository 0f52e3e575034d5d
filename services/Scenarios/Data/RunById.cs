using Microsoft.EntityFrameworkCore;

namespace Training.Scenarios;

/// <summary>
/// A run with every choice, by its id. Compiled once for each service: every choice asks for it, and finding a query in EF Core's cache
/// costs more than running this one.
/// </summary>
internal sealed class RunById
{
    private readonly Func<ScenariosDb, RunId, CancellationToken, Task<KeptRun?>> _query = EF.CompileAsyncQuery(
        (ScenariosDb db, RunId id, CancellationToken ct) => db.Runs.AsNoTracking()
            .Where(run => run.Id == id)
            .Select(run => new KeptRun { Run = run, Choices = db.Choices.Where(c => c.Run == run.Id).OrderBy(c => c.Step).ToList() })
            .SingleOrDefault());

    public Task<KeptRun?> Find(ScenariosDb db, RunId id, CancellationToken ct) => _query(db, id, ct);
}

internal sealed class KeptRun
{
    public required Run Run { get; init; }

    public required List<MadeChoice> Choices { get; init; }
}
