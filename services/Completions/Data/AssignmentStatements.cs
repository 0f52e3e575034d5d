using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>When a duty is due in a time zone.</summary>
internal readonly record struct DueIn(DutyId Duty, string TimeZone, DateTimeOffset Due);

/// <summary>Makes, reopens and closes assignments, each with one statement however many there are: who owes what is decided in the database.</summary>
internal sealed class AssignmentStatements(CompletionsDb db, TimeProvider clock)
{
    private const int TimeAndVersion = 15;

    private static readonly JsonColumn[] DueColumns = [new("duty", "uuid"), new("time_zone", "text"), new("due", "bigint")];

    private static readonly Texts OnSqlite = new(Dialect.Sqlite), OnPostgres = new(Dialect.Postgres);

    private Texts Sql => db.Dialect == Dialect.Sqlite ? OnSqlite : OnPostgres;

    private Guid Organisation => db.CurrentOrganisation.Value;

    /// <summary>Assigns duties to everybody whom they are for, in time or not.</summary>
    public async Task<int> AssignToAllAsync(IEnumerable<DueIn> dues, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var change = await db.ChangeNumberAsync(ct);
        // As long as the delivery may take: then it is cancelled.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        return await db.Database.ExecuteSqlRawAsync(Sql.AssignToAll, [Organisation, Dues(dues), IdsOf(now), now.ToMicroseconds(), change], ct);
    }

    /// <summary>
    /// Assigns duties to those of these members whom they are for and who do not owe them yet: campaigns until they are due, remediations at any
    /// time. What was closed is opened again, and what is due at another instant since a member moved, is corrected.
    /// </summary>
    public async Task<int> AssignToAsync(IReadOnlyCollection<MemberId> members, IEnumerable<DueIn> dues, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var change = await db.ChangeNumberAsync(ct);
        return await db.Database.ExecuteSqlRawAsync(Sql.AssignToSome, [Organisation, Dues(dues), IdsOf(now), now.ToMicroseconds(), change, Ids(members)], ct);
    }

    /// <summary>Closes what these members owe and are no longer to owe: they left, or the audience no longer includes them.</summary>
    public async Task<int> CloseForAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync(Sql.Close, [Organisation, clock.GetUtcNow().ToMicroseconds(), Ids(members), await db.ChangeNumberAsync(ct)], ct);

    /// <summary>Notes with which assignments these members have begun.</summary>
    public async Task<int> StartForAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync(Sql.Start, [Organisation, Ids(members), await db.ChangeNumberAsync(ct)], ct);

    /// <summary>Notes that the assignments for which this attempt counts have changed by it.</summary>
    public async Task<int> TouchForAsync(Attempt attempt, CancellationToken ct) => await db.Database.ExecuteSqlRawAsync(
        Texts.Touch, [Organisation, attempt.Member.Value, attempt.Scenario.Value, attempt.Finished.ToMicroseconds(), await db.ChangeNumberAsync(ct)], ct);

    private object Ids(IReadOnlyCollection<MemberId> members) => db.Dialect.Ids([.. members.Select(member => member.Value)]);

    private static string Dues(IEnumerable<DueIn> dues) =>
        Json.Of(dues.Select(due => new { Duty = Json.Of(due.Duty.Value), due.TimeZone, Due = due.Due.ToMicroseconds() }));

    private static string IdsOf(DateTimeOffset now) => Json.Of(Guid.CreateVersion7(now))[..TimeAndVersion];

    private sealed class Texts
    {
        public const string Touch = """
            UPDATE assignments SET change = {4}
            FROM duties d, duty_scenarios s
            WHERE assignments.organisation = {0} AND assignments.member = {1} AND (assignments.closed IS NULL OR assignments.closed >= {3})
              AND d.organisation = assignments.organisation AND d.id = assignments.duty AND d.begun <= {3}
              AND s.organisation = d.organisation AND s.duty = d.id AND s.scenario = {2}
            """;

        private static readonly string Open = Number((int)AssignmentState.Open), Closed = Number((int)AssignmentState.Closed);

        private static readonly string Left = Number((int)ClosedBecause.Left), OutsideAudience = Number((int)ClosedBecause.OutsideAudience);

        private readonly Dialect _dialect;

        public Texts(Dialect dialect)
        {
            _dialect = dialect;
            AssignToAll = Assign("true", "ON CONFLICT DO NOTHING");
            AssignToSome = Assign(
                $"{dialect.IsOneOf("m.id", "{5}")} AND (d.member IS NOT NULL OR z.due > {{3}})",
                $"""
                ON CONFLICT (organisation, duty, member) DO UPDATE SET state = {Open}, due = excluded.due, closed = NULL, closed_because = NULL, change = excluded.change
                WHERE assignments.state = {Closed} OR (assignments.state = {Open} AND assignments.due <> excluded.due)
                """);
            Close = $$"""
                UPDATE assignments
                SET state = {{Closed}}, closed = {1}, closed_because = CASE WHEN m.present THEN {{OutsideAudience}} ELSE {{Left}} END, change = {3}
                FROM members m, duties d
                WHERE assignments.organisation = {0} AND {{dialect.IsOneOf("assignments.member", "{2}")}} AND assignments.state = {{Open}}
                  AND m.organisation = assignments.organisation AND m.id = assignments.member
                  AND d.organisation = assignments.organisation AND d.id = assignments.duty
                  AND NOT ({{IsFor()}})
                """;
            Start = $$"""
                UPDATE assignments SET started = true, change = {2}
                FROM duties d
                WHERE assignments.organisation = {0} AND {{dialect.IsOneOf("assignments.member", "{1}")}} AND NOT assignments.started
                  AND d.organisation = assignments.organisation AND d.id = assignments.duty
                  AND EXISTS (
                    SELECT 1 FROM attempts t JOIN duty_scenarios s ON s.organisation = t.organisation AND s.duty = d.id AND s.scenario = t.scenario
                    WHERE t.organisation = {0} AND t.member = assignments.member AND t.finished >= d.begun)
                """;
        }

        public string AssignToAll { get; }

        public string AssignToSome { get; }

        public string Close { get; }

        public string Start { get; }

        // CROSS JOIN keeps SQLite from walking through the members once for each time zone.
        private string Assign(string which, string otherwise) => $$"""
            WITH z AS MATERIALIZED (SELECT duty, time_zone, due FROM {{_dialect.Rows("{1}", DueColumns)}})
            INSERT INTO assignments (organisation, duty, member, id, state, started, assigned, due, change)
            SELECT m.organisation, d.id, m.id, {{_dialect.NewId("{2}")}}, {{Open}}, false, {3}, z.due, {4}
            FROM members m CROSS JOIN z CROSS JOIN duties d
            WHERE m.organisation = {0} AND z.time_zone = m.time_zone AND d.organisation = {0} AND d.id = z.duty AND d.cancelled IS NULL
              AND {{IsFor()}} AND {{which}}
            {{otherwise}}
            """;

        private string IsFor() => $"""
            m.present AND (d.member IS NULL OR d.member = m.id)
              AND (d.phi_exposures = 0 OR (d.phi_exposures & (1 << m.phi_exposure)) <> 0)
              AND (d.constituencies = 0 OR (d.constituencies & (1 << m.constituency)) <> 0)
              AND {_dialect.Allows("d.job_roles", "m.job_role")} AND {_dialect.Allows("d.sites", "m.site")}
              AND (NOT d.ephi_access_only OR m.ephi_access)
            """;

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
