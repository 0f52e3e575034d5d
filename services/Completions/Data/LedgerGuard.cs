namespace Training.Completions;

/// <summary>Makes the database itself refuse to change the record of attempts and completions: it is only added to. Put up by the first migration.</summary>
internal static class LedgerGuard
{
    private static readonly (string Table, string Key)[] Ledger = [("attempts", "run"), ("completions", "id"), ("completion_scenarios", "completion, position")];

    // INSERT OR REPLACE deletes without asking the trigger for deletion; hence what stands in its way is asked for.
    public static IEnumerable<string> OnSqlite => Ledger.SelectMany(ledger => (string[])
    [
        $"CREATE TRIGGER {ledger.Table}_stay BEFORE DELETE ON {ledger.Table} BEGIN SELECT RAISE(ABORT, 'the training record is append-only'); END;",
        $"CREATE TRIGGER {ledger.Table}_keep BEFORE UPDATE ON {ledger.Table} BEGIN SELECT RAISE(ABORT, 'the training record is append-only'); END;",
        $"""
        CREATE TRIGGER {ledger.Table}_append BEFORE INSERT ON {ledger.Table}
        WHEN EXISTS (SELECT 1 FROM {ledger.Table} WHERE (organisation, {ledger.Key}) = (NEW.organisation, NEW.{ledger.Key.Replace(", ", ", NEW.", StringComparison.Ordinal)}))
        BEGIN SELECT RAISE(ABORT, 'the training record is append-only'); END;
        """,
    ]);

    public static IEnumerable<string> OnPostgres =>
    [
        """
        CREATE FUNCTION training_record_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the training record is append-only'; END $$;
        """,
        .. Ledger.Select(ledger => $"""
            CREATE TRIGGER {ledger.Table}_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON {ledger.Table}
            FOR EACH STATEMENT EXECUTE FUNCTION training_record_append_only();
            """),
    ];
}
