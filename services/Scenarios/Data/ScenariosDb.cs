using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Scenarios;

internal abstract class ScenariosDb(DbContextOptions options) : ServiceDb(options)
{
    protected override void BuildModel(ModelBuilder model)
    {
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class ScenariosSqliteDb(DbContextOptions options) : ScenariosDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class ScenariosPostgresDb(DbContextOptions options) : ScenariosDb(options);
