using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>Makes the database itself refuse to change the audit log: an entry is sealed once and otherwise stays as it was written.</summary>
internal static class AuditGuard
{
    // INSERT OR REPLACE and UPDATE OR REPLACE delete without asking the trigger for deletion; hence what stands in their way is asked for.
    private const string Sqlite = """
        CREATE TRIGGER IF NOT EXISTS audit_keeps BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_appends BEFORE INSERT ON audit
        WHEN NEW.sequence IS NOT NULL OR EXISTS (SELECT 1 FROM audit WHERE organisation = NEW.organisation AND id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_seals_once BEFORE UPDATE ON audit
        WHEN OLD.sequence IS NOT NULL
          OR EXISTS (SELECT 1 FROM audit WHERE organisation = NEW.organisation AND sequence = NEW.sequence)
          OR (OLD.organisation, OLD.id, OLD.at, OLD.member, OLD.account, OLD.action, OLD.subject, OLD.why, OLD.before, OLD.after)
            IS NOT (NEW.organisation, NEW.id, NEW.at, NEW.member, NEW.account, NEW.action, NEW.subject, NEW.why, NEW.before, NEW.after)
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """;

    // Any number; two at once would trip over each other's function.
    private const string Postgres = """
        SELECT pg_advisory_xact_lock(24226);
        CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
        CREATE OR REPLACE TRIGGER audit_keeps BEFORE DELETE OR UPDATE OF organisation, id, at, member, account, action, subject, why, before, after
          ON audit FOR EACH ROW EXECUTE FUNCTION audit_append_only();
        CREATE OR REPLACE TRIGGER audit_seals_once BEFORE UPDATE OF sequence, chain
          ON audit FOR EACH ROW WHEN (OLD.sequence IS NOT NULL) EXECUTE FUNCTION audit_append_only();
        CREATE OR REPLACE TRIGGER audit_appends BEFORE INSERT
          ON audit FOR EACH ROW WHEN (NEW.sequence IS NOT NULL) EXECUTE FUNCTION audit_append_only();
        CREATE OR REPLACE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
        """;

    /// <summary>Puts the guard up; safe to repeat.</summary>
    public static Task RaiseAsync(ServiceDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(db.Scope.Choice.Kind == DatabaseKind.Postgres ? Postgres : Sqlite, ct);
}
