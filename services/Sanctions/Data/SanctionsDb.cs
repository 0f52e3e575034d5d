using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Sanctions;

internal abstract class SanctionsDb(DbContextOptions options) : ServiceDb(options)
{
    protected override void BuildModel(ModelBuilder model)
    {
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class SanctionsSqliteDb(DbContextOptions options) : SanctionsDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class SanctionsPostgresDb(DbContextOptions options) : SanctionsDb(options);
