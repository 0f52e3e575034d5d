using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

/// <summary>What this service decides and owns.</summary>
internal static class CaseTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PolicyVersion>(policy =>
        {
            policy.ToTable("policies");
            policy.HasKey(p => new { p.Organisation, p.Version });
        });
        model.Entity<Case>(file =>
        {
            file.ToTable("cases");
            file.HasKey(c => new { c.Organisation, c.Id });
            file.Property(c => c.Version).IsConcurrencyToken();
            file.Property(c => c.Incident).HasMaxLength(IncidentRules.LongestNumber);
            file.Property(c => c.Description).HasMaxLength(Wording.Longest);
            file.Ignore(c => c.Proposal);
            file.Ignore(c => c.AwaitsReview);
            file.HasIndex(c => new { c.Organisation, c.Incident }).IsUnique();
            file.HasIndex(c => new { c.Organisation, c.RemediationId }).IsUnique();
            file.HasIndex(c => new { c.Organisation, c.Change, c.Id });
            file.HasIndex(c => new { c.Organisation, c.State, c.Id });
            // Earlier violations of a person.
            file.HasIndex(c => new { c.Organisation, c.Subject, c.Happened });
        });
    }
}
