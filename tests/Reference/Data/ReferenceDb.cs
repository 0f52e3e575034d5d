using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Reference;

internal abstract class ReferenceDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void BuildModel(ModelBuilder model)
    {
        model.Entity<Suggestion>(suggestion =>
        {
            suggestion.ToTable("suggestions");
            suggestion.HasKey(s => new { s.Organisation, s.Id });
            suggestion.Property(s => s.Text).HasMaxLength(Suggestion.Longest);
            suggestion.Property(s => s.Version).IsConcurrencyToken();
        });
        model.Entity<Tally>(tally =>
        {
            tally.ToTable("tallies");
            tally.HasKey(t => t.Organisation);
        });
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class ReferenceSqliteDb(DbContextOptions options) : ReferenceDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class ReferencePostgresDb(DbContextOptions options) : ReferenceDb(options);
