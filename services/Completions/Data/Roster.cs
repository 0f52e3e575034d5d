using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Completions;

/// <summary>The projection of the roster.</summary>
internal sealed class Roster(CompletionsDb db)
{
    private static readonly JsonColumn[] Columns =
    [
        new("id", "uuid"), new("constituency", "integer"), new("job_role", "text"), new("site", "text"), new("department", "text"),
        new("manager", "uuid"), new("time_zone", "text"),
        new("phi_exposure", "integer"), new("ephi_access", "boolean"), new("present", "boolean"), new("version", "bigint"),
    ];

    private static readonly string TakeOnSqlite = Take(Dialect.Sqlite), TakeOnPostgres = Take(Dialect.Postgres);

    /// <summary>Takes in what is newer than what is known; one statement.</summary>
    /// <returns>Who is new or changed.</returns>
    public async Task<IReadOnlyList<MemberId>> TakeAsync(IEnumerable<RosterMember> members, CancellationToken ct)
    {
        var rows = members.GroupBy(member => member.Id).Select(same => same.MaxBy(member => member.Version)!).Select(Row);
        var changed = await db.Database.SqlQueryRaw<Guid>(
            db.Dialect == Dialect.Sqlite ? TakeOnSqlite : TakeOnPostgres, db.CurrentOrganisation.Value, Json.Of(rows)).ToListAsync(ct);
        return [.. changed.Select(MemberId.From)];
    }

    private static string Take(Dialect dialect)
    {
        var columns = string.Join(", ", Columns.Select(column => column.Name));
        var changes = string.Join(", ", Columns.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return $$"""
            INSERT INTO members (organisation, {{columns}})
            SELECT {0}, {{columns}} FROM {{dialect.Rows("{1}", Columns)}} WHERE true
            ON CONFLICT (organisation, id) DO UPDATE SET {{changes}} WHERE excluded.version > members.version
            RETURNING id AS "Value"
            """;
    }

    private static object Row(RosterMember member) => new
    {
        Id = Json.Of(member.Id.Value),
        member.Constituency,
        member.JobRole,
        member.Site,
        member.Department,
        Manager = member.Manager is { } manager ? Json.Of(manager.Value) : null,
        member.TimeZone,
        member.PhiExposure,
        member.EphiAccess,
        member.Present,
        member.Version,
    };
}
