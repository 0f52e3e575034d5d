using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Completions;

internal abstract class CompletionsDb(DbContextOptions options) : ServiceDb(options)
{
    protected override void BuildModel(ModelBuilder model)
    {
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class CompletionsSqliteDb(DbContextOptions options) : CompletionsDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class CompletionsPostgresDb(DbContextOptions options) : CompletionsDb(options);
