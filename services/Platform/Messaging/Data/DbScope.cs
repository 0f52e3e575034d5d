using Training.Hosting;

namespace Training.Messaging;

/// <summary>What a <see cref="ServiceDb"/> needs of the scope that it is lent to. Scoped.</summary>
internal sealed record DbScope(
    CurrentCall Call, TimeProvider Clock, DatabaseChoice Choice, SqliteWriterGate Gate, OutboxSignal Outbox, AuditSignal Audit);
