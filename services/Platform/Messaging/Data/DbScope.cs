using Training.Hosting;

namespace Training.Messaging;

/// <summary>What a <see cref="ServiceDb"/> needs of the scope it lives in. Passed through by every derived context. Scoped.</summary>
public sealed class DbScope
{
    internal DbScope(CurrentCall call, TimeProvider clock, DatabaseChoice choice, SqliteWriterGate gate, OutboxSignal outbox, AuditSignal audit)
    {
        Call = call;
        Clock = clock;
        Choice = choice;
        Gate = gate;
        Outbox = outbox;
        Audit = audit;
    }

    internal CurrentCall Call { get; }

    internal TimeProvider Clock { get; }

    internal DatabaseChoice Choice { get; }

    internal SqliteWriterGate Gate { get; }

    internal OutboxSignal Outbox { get; }

    internal AuditSignal Audit { get; }

    /// <summary>A scope that serves nobody, for tools that only look at the model (<c>make new-migration</c>).</summary>
    /// <param name="kind">The provider whose migrations are made.</param>
    public static DbScope ForDesignTime(DatabaseKind kind) => new(
        new CurrentCall(), TimeProvider.System, new DatabaseChoice(kind, ""), new SqliteWriterGate(kind), new OutboxSignal(), new AuditSignal());
}
