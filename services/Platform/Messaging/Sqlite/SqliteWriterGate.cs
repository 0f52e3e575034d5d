namespace Training.Messaging;

/// <summary>
/// Lets one writer of this process at a time into a SQLite file. SQLite has one writer anyway; waiting here is fair and
/// costs no thread, waiting there is a poll that can end in SQLITE_BUSY. Open on PostgreSQL.
/// </summary>
internal sealed class SqliteWriterGate(DatabaseKind kind)
{
    private readonly SemaphoreSlim? _gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public Task EnterAsync(CancellationToken ct) => _gate is null ? Task.CompletedTask : _gate.WaitAsync(ct);

    public void Leave() => _gate?.Release();
}
