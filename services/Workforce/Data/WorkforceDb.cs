using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

internal abstract class WorkforceDb(DbContextOptions options) : ServiceDb(options)
{
    protected override void BuildModel(ModelBuilder model)
    {
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class WorkforceSqliteDb(DbContextOptions options) : WorkforceDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class WorkforcePostgresDb(DbContextOptions options) : WorkforceDb(options);
