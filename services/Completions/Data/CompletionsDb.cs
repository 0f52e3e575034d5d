using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Completions;

internal abstract class CompletionsDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<RosterMember> Members => Set<RosterMember>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<Cancellation> Cancellations => Set<Cancellation>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Equivalent> Equivalents => Set<Equivalent>();

    public DbSet<Completion> Completions => Set<Completion>();

    public abstract Dialect Dialect { get; }

    protected override void BuildModel(ModelBuilder model)
    {
        model.Entity<RosterMember>(member =>
        {
            member.ToTable("members");
            member.HasKey(m => new { m.Organisation, m.Id });
            member.HasIndex(m => new { m.Organisation, m.Manager });
            member.HasIndex(m => new { m.Organisation, m.Department });
            member.HasIndex(m => new { m.Organisation, m.Site });
        });
        model.Entity<Duty>(duty =>
        {
            duty.ToTable("duties");
            duty.HasKey(d => new { d.Organisation, d.Id });
            duty.HasIndex(d => new { d.Organisation, d.Member, d.DueOn });
            duty.HasMany(d => d.Scenarios).WithOne().HasForeignKey(s => new { s.Organisation, s.Duty });
        });
        model.Entity<DutyScenario>(scenario =>
        {
            scenario.ToTable("duty_scenarios");
            scenario.HasKey(s => new { s.Organisation, s.Duty, s.Scenario });
        });
        model.Entity<Cancellation>(cancellation =>
        {
            cancellation.ToTable("cancellations");
            cancellation.HasKey(c => new { c.Organisation, c.Duty });
        });
        model.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("assignments");
            assignment.HasKey(a => new { a.Organisation, a.Duty, a.Member });
            assignment.HasIndex(a => new { a.Organisation, a.Duty, a.State, a.Id });
            assignment.HasIndex(a => new { a.Organisation, a.Id }).IsUnique();
            assignment.HasIndex(a => new { a.Organisation, a.Member, a.Id });
            assignment.HasIndex(a => new { a.Organisation, a.State, a.Due, a.Id });
            assignment.HasIndex(a => new { a.Organisation, a.Change, a.Id });
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("attempts");
            attempt.HasKey(t => new { t.Organisation, t.Run });
            attempt.HasIndex(t => new { t.Organisation, t.Member, t.Finished });
            attempt.HasIndex(t => new { t.Organisation, t.Finished });
            attempt.HasIndex(t => new { t.Organisation, t.Provider, t.Reference }).IsUnique().HasFilter("provider <> ''");
        });
        model.Entity<Equivalent>(equivalent =>
        {
            equivalent.ToTable("equivalents");
            equivalent.HasKey(e => new { e.Organisation, e.Id });
            equivalent.HasIndex(e => new { e.Organisation, e.Provider, e.Course, e.Scenario }).IsUnique();
            equivalent.Property(e => e.Provider).HasMaxLength(Equivalent.LongestName);
            equivalent.Property(e => e.Course).HasMaxLength(Equivalent.LongestName);
            equivalent.Property(e => e.Title).HasMaxLength(Equivalent.LongestTitle);
            equivalent.Property(e => e.Reason).HasMaxLength(Equivalent.LongestReason);
        });
        model.Entity<Completion>(completion =>
        {
            completion.ToTable("completions");
            completion.HasKey(c => new { c.Organisation, c.Id });
            completion.HasIndex(c => new { c.Organisation, c.Assignment }).IsUnique();
            completion.HasIndex(c => new { c.Organisation, c.Duty, c.Id });
            completion.HasIndex(c => new { c.Organisation, c.Member, c.Completed });
            completion.HasIndex(c => new { c.Organisation, c.Member, c.Id });
            completion.HasIndex(c => new { c.Organisation, c.Change, c.Id });
            completion.HasMany(c => c.Passed).WithOne().HasForeignKey(p => new { p.Organisation, p.Completion });
        });
        model.Entity<PassedScenario>(passed =>
        {
            passed.ToTable("completion_scenarios");
            passed.HasKey(p => new { p.Organisation, p.Completion, p.Position });
        });
    }
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class CompletionsSqliteDb(DbContextOptions options) : CompletionsDb(options)
{
    public override Dialect Dialect => Dialect.Sqlite;
}

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class CompletionsPostgresDb(DbContextOptions options) : CompletionsDb(options)
{
    public override Dialect Dialect => Dialect.Postgres;
}
