using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql.EntityFrameworkCore.PostgreSQL.Update.Internal;

namespace Training.Messaging;

#pragma warning disable EF1001 // The provider has no public name for its batch.

/// <summary>
/// PostgreSQL makes what it is sent as one batch one transaction. Where every statement is an INSERT nothing is to be looked at before the commit
/// (an UPDATE may have found its row changed), so BEGIN and COMMIT and their round trip are left out. EF Core begins a transaction
/// when there are more batches than one.
/// </summary>
internal sealed class InsertBatch(ModificationCommandBatchFactoryDependencies dependencies) : NpgsqlModificationCommandBatch(dependencies, Largest)
{
    private const int Largest = 1000;

    public override bool RequiresTransaction => base.RequiresTransaction && ModificationCommands.Any(row => row.EntityState != EntityState.Added);
}

internal sealed class InsertBatchFactory(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new InsertBatch(dependencies);
}
