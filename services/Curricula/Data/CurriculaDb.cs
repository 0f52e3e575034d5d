using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Curricula;

internal abstract class CurriculaDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Curriculum> Curricula => Set<Curriculum>();

    public DbSet<CurriculumVersion> Versions => Set<CurriculumVersion>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<PublishedScenario> Scenarios => Set<PublishedScenario>();

    public DbSet<OfficerRegister> OfficerRegisters => Set<OfficerRegister>();

    protected override void BuildModel(ModelBuilder model)
    {
        model.Entity<Curriculum>(curriculum =>
        {
            curriculum.ToTable("curricula");
            curriculum.HasKey(c => new { c.Organisation, c.Id });
            curriculum.HasIndex(c => new { c.Organisation, c.Code }).IsUnique();
            curriculum.Property(c => c.Code).HasMaxLength(ContentRules.LongestCode);
            curriculum.Property(c => c.Revision).IsConcurrencyToken();
        });
        model.Entity<CurriculumVersion>(version =>
        {
            version.ToTable("curriculum_versions");
            version.HasKey(v => new { v.Organisation, v.Id });
            version.HasIndex(v => new { v.Organisation, v.CurriculumId, v.Number }).IsUnique();
            version.HasIndex(v => new { v.Organisation, v.Change, v.Id });
            version.Ignore(v => v.Signatures);
            version.Property(v => v.DeclinedBecause).HasMaxLength(CurriculumVersion.LongestReason);
        });
        model.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaigns");
            campaign.HasKey(c => new { c.Organisation, c.Id });
            campaign.HasIndex(c => new { c.Organisation, c.CurriculumId, c.CurriculumVersion });
            campaign.HasIndex(c => new { c.Organisation, c.DueOn, c.Id });
            campaign.HasIndex(c => new { c.Organisation, c.Change, c.Id });
            campaign.Property(c => c.Title).HasMaxLength(ContentRules.LongestTitle);
            campaign.Property(c => c.CancelledBecause).HasMaxLength(Campaign.LongestReason);
            campaign.Property(c => c.Revision).IsConcurrencyToken();
        });
        model.Entity<PublishedScenario>(scenario =>
        {
            scenario.ToTable("published_scenarios");
            scenario.HasKey(s => new { s.Organisation, s.Id });
        });
        model.Entity<OfficerRegister>(register =>
        {
            register.ToTable("officer_registers");
            register.HasKey(r => r.Organisation);
            register.Property(r => r.Version).IsConcurrencyToken();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<CurriculumContent>().HaveConversion<ContentConverter, SameObject<CurriculumContent>>();
        configurationBuilder.Properties<IReadOnlyList<Designation>>().HaveConversion<DesignationsConverter, SameObject<IReadOnlyList<Designation>>>();
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class CurriculaSqliteDb(DbContextOptions options) : CurriculaDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class CurriculaPostgresDb(DbContextOptions options) : CurriculaDb(options);
