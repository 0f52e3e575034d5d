using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Scenarios;

internal abstract class ScenariosDb(DbContextOptions options) : ServiceDb(options)
{
    private const int LongestDecision = 10;

    public DbSet<Scenario> Scenarios => Set<Scenario>();

    public DbSet<ScenarioVersion> Versions => Set<ScenarioVersion>();

    public DbSet<ArchivedDocument> Documents => Set<ArchivedDocument>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<MadeChoice> Choices => Set<MadeChoice>();

    protected override void BuildModel(ModelBuilder model)
    {
        model.Entity<Scenario>(scenario =>
        {
            scenario.ToTable("scenarios");
            scenario.HasKey(s => new { s.Organisation, s.Id });
            scenario.HasIndex(s => new { s.Organisation, s.Code }).IsUnique();
            scenario.HasIndex(s => new { s.Organisation, s.Change, s.Id });
            scenario.Property(s => s.Code).HasMaxLength(HeadRules.LongestName);
            scenario.Property(s => s.Version).IsConcurrencyToken();
        });
        model.Entity<ScenarioVersion>(version =>
        {
            version.ToTable("scenario_versions");
            version.HasKey(v => new { v.Organisation, v.Scenario, v.Version });
            version.PrimitiveCollection(v => v.Decisions).ElementType().HasMaxLength(LongestDecision);
        });
        model.Entity<ArchivedDocument>(document =>
        {
            document.ToTable("scenario_documents");
            document.HasKey(d => new { d.Organisation, d.Scenario, d.Version });
        });
        model.Entity<Run>(run =>
        {
            run.ToTable("runs");
            run.HasKey(r => new { r.Organisation, r.Id });
            run.HasIndex(r => new { r.Organisation, r.Member, r.Id });
            run.HasIndex(r => new { r.Organisation, r.Scenario, r.Id });
            // Two devices that start at once get the same run.
            run.HasIndex(r => new { r.Organisation, r.Member, r.Scenario }).IsUnique().HasFilter("finished IS NULL");
            run.Ignore(r => r.Tally);
            // Choices are rows of their own: a choice neither looks at nor locks its run's row.
            run.Ignore(r => r.Choices);
        });
        model.Entity<MadeChoice>(choice =>
        {
            choice.ToTable("choices");
            choice.HasKey(c => new { c.Organisation, c.Run, c.Step });
        });
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class ScenariosSqliteDb(DbContextOptions options) : ScenariosDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class ScenariosPostgresDb(DbContextOptions options) : ScenariosDb(options);
