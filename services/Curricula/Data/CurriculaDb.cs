using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Curricula;

internal abstract class CurriculaDb(DbContextOptions options) : ServiceDb(options)
{
    protected override void BuildModel(ModelBuilder model)
    {
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class CurriculaSqliteDb(DbContextOptions options) : CurriculaDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class CurriculaPostgresDb(DbContextOptions options) : CurriculaDb(options);
