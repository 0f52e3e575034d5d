using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>A database that refuses one organisation's tally, until it is mended: a reaction that always fails.</summary>
internal static class BrokenTally
{
    public const string Complaint = "this tally is broken";

    public static Task<int> BreakTallyAsync(this RunningService service, string provider, OrganisationId organisation) => service.SqlAsync(
        provider == TestDatabases.Postgres
            ? $"""
                CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Complaint}'; END $$;
                CREATE TRIGGER broken BEFORE INSERT ON tallies FOR EACH ROW WHEN (NEW.organisation = '{organisation}') EXECUTE FUNCTION broken();
                """
            : $"""
                CREATE TRIGGER broken BEFORE INSERT ON tallies WHEN NEW.organisation = '{organisation.ToString().ToUpperInvariant()}'
                BEGIN SELECT RAISE(ABORT, '{Complaint}'); END;
                """);

    public static Task<int> MendTallyAsync(this RunningService service, string provider) =>
        service.SqlAsync(provider == TestDatabases.Postgres ? "DROP TRIGGER broken ON tallies" : "DROP TRIGGER broken");
}
