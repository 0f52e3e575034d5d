using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>The tables that every service's database has beside its own: outbox, inbox, dead letters, audit, commands, the count of changes.</summary>
internal static class PlatformTables
{
    public static void AddPlatformTables(this ModelBuilder model)
    {
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox");
            row.HasKey(r => new { r.Organisation, r.Id });
            row.HasIndex(r => new { r.NextAttempt, r.Id }).HasFilter("sent IS NULL AND NOT parked").HasDatabaseName("ix_outbox_waiting");
            row.HasIndex(r => r.LeaseOwner).HasFilter("lease_owner IS NOT NULL").HasDatabaseName("ix_outbox_leased");
            row.HasIndex(r => r.Sent).HasFilter("sent IS NOT NULL").HasDatabaseName("ix_outbox_sent");
            row.HasIndex(r => new { r.Organisation, r.Id }, "ix_outbox_parked").HasFilter("parked");
            row.HasIndex(r => new { r.Organisation, r.Id }, "ix_outbox_unsent").HasFilter("sent IS NULL");
        });
        model.Entity<InboxRow>(row =>
        {
            row.ToTable("inbox");
            row.HasKey(r => new { r.Organisation, r.Source, r.EventId, r.Consumer });
        });
        model.Entity<DeadLetterRow>(row =>
        {
            row.ToTable("dead_letters");
            row.HasKey(r => new { r.Organisation, r.Id });
            row.HasIndex(r => new { r.Organisation, r.Source, r.EventId, r.Topic }).IsUnique();
            row.HasIndex(r => r.Id).HasFilter("resolved IS NULL").HasDatabaseName("ix_dead_letters_waiting");
        });
        model.Entity<AuditRow>(row =>
        {
            row.ToTable("audit");
            row.HasKey(r => new { r.Organisation, r.Id });
            // Without what waits for its seal: a search for that would else walk through the whole log here.
            row.HasIndex(r => new { r.Organisation, r.Sequence }).IsUnique().HasFilter("sequence IS NOT NULL");
            row.HasIndex(r => new { r.Organisation, r.Subject, r.Id });
            row.HasIndex(r => new { r.Organisation, r.Id }).HasFilter("sequence IS NULL").HasDatabaseName("ix_audit_unsealed");
        });
        model.Entity<CommandRow>(row =>
        {
            row.ToTable("commands");
            row.HasKey(r => new { r.Organisation, r.Account, r.Method, r.Key });
        });
        model.Entity<ChangeCountRow>(row =>
        {
            row.ToTable("change_counts");
            row.HasKey(r => r.Organisation);
        });
    }

    public static bool IsPlatformTable(Type type) =>
        type == typeof(OutboxRow) || type == typeof(InboxRow) || type == typeof(DeadLetterRow) || type == typeof(AuditRow) || type == typeof(CommandRow)
        || type == typeof(ChangeCountRow);
}
