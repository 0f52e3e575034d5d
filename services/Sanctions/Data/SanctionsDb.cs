using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Sanctions;

internal abstract class SanctionsDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<PolicyVersion> Policies => Set<PolicyVersion>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<OfficerRegister> OfficerRegisters => Set<OfficerRegister>();

    public DbSet<ScenarioVersion> Scenarios => Set<ScenarioVersion>();

    public DbSet<TaughtDecision> TaughtDecisions => Set<TaughtDecision>();

    public DbSet<FinishedRun> Runs => Set<FinishedRun>();

    public DbSet<MadeChoice> Choices => Set<MadeChoice>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.KeepAsJson<PhiImpact>();
        configurationBuilder.KeepAsJson<ExemptionScreening>();
        configurationBuilder.KeepAsJson<IndependentReview>();
        configurationBuilder.KeepAsJson<Closure>();
        configurationBuilder.KeepAsJson<IReadOnlyList<SanctionProposal>>();
        configurationBuilder.KeepAsJson<Remediation>();
        configurationBuilder.KeepAsJson<Execution>();
        configurationBuilder.KeepAsJson<IReadOnlyList<Designation>>();
    }

    protected override void BuildModel(ModelBuilder model)
    {
        CaseTables.Map(model);
        ProjectionTables.Map(model);
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class SanctionsSqliteDb(DbContextOptions options) : SanctionsDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class SanctionsPostgresDb(DbContextOptions options) : SanctionsDb(options);
