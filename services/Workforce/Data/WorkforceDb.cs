using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Messaging;

namespace Training.Workforce;

internal abstract class WorkforceDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<RegisteredOrganisation> Organisations => Set<RegisteredOrganisation>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<JobRole> JobRoles => Set<JobRole>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberHistoryEntry> History => Set<MemberHistoryEntry>();

    public DbSet<RosterImport> Imports => Set<RosterImport>();

    public DbSet<RosterReject> Rejects => Set<RosterReject>();

    public DbSet<Designation> Designations => Set<Designation>();

    /// <summary>Writes many rows in the open transaction.</summary>
    public abstract Task WriteAsync(TableRows rows, bool replace, CancellationToken ct);

    protected override void BuildModel(ModelBuilder model)
    {
        model.Entity<RegisteredOrganisation>(organisation =>
        {
            organisation.ToTable("organisations");
            organisation.HasKey(o => o.Organisation);
            organisation.Property(o => o.Name).HasMaxLength(Text.LongestName);
        });
        model.Entity<Site>(site =>
        {
            site.ToTable("sites");
            site.HasKey(s => new { s.Organisation, s.Code });
            site.Property(s => s.Code).HasMaxLength(Code.Longest);
            site.Property(s => s.Name).HasMaxLength(Text.LongestName);
        });
        model.Entity<JobRole>(role =>
        {
            role.ToTable("job_roles");
            role.HasKey(r => new { r.Organisation, r.Code });
            role.Property(r => r.Code).HasMaxLength(Code.Longest);
            role.Property(r => r.Title).HasMaxLength(Text.LongestName);
        });
        model.Entity<Member>(member =>
        {
            member.ToTable("members");
            member.HasKey(m => new { m.Organisation, m.Id });
            member.HasIndex(m => new { m.Organisation, m.EmployeeNumber }).IsUnique();
            member.HasIndex(m => new { m.Organisation, m.Status, m.Id });
            member.HasIndex(m => new { m.Organisation, m.Site, m.Id });
            member.HasIndex(m => new { m.Organisation, m.Department, m.Id });
            member.HasIndex(m => new { m.Organisation, m.Manager, m.Id });
            member.HasIndex(m => new { m.Organisation, m.FamilyName, m.GivenName, m.Id });
            member.HasIndex(m => new { m.Organisation, m.Change, m.Id });
            Map(member);
        });
        model.Entity<MemberHistoryEntry>(entry =>
        {
            entry.ToTable("member_history");
            entry.HasKey(e => new { e.Organisation, e.MemberId, e.Version });
            Map(entry);
        });
        model.Entity<RosterImport>(import =>
        {
            import.ToTable("roster_imports");
            import.HasKey(i => new { i.Organisation, i.Id });
            import.Property(i => i.FileName).HasMaxLength(RosterImport.LongestFileName);
            import.Ignore(i => i.Counts);
        });
        model.Entity<RosterReject>(reject =>
        {
            reject.ToTable("roster_rejects");
            reject.HasKey(r => new { r.Organisation, r.Import, r.Line });
            reject.Property(r => r.EmployeeNumber).HasMaxLength(LineFields.LongestNumber);
            reject.Property(r => r.Reason).HasMaxLength(RosterReject.LongestReason);
        });
        model.Entity<Designation>(designation =>
        {
            designation.ToTable("designations");
            designation.HasKey(d => new { d.Organisation, d.Id });
        });
    }

    private static void Map<T>(EntityTypeBuilder<T> facts) where T : MemberFacts
    {
        facts.Ignore(f => f.HasLeft);
        facts.Property(f => f.EmployeeNumber).HasMaxLength(LineFields.LongestNumber);
        facts.Property(f => f.GivenName).HasMaxLength(Text.LongestName);
        facts.Property(f => f.FamilyName).HasMaxLength(Text.LongestName);
        facts.Property(f => f.Email).HasMaxLength(LineFields.LongestEmail);
        facts.Property(f => f.Department).HasMaxLength(Text.LongestName);
    }
}
