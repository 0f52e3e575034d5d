using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class AuditGuardTests
{
    private static readonly string[] OnBoth =
    [
        "DELETE FROM audit",
        "UPDATE audit SET why = 'another'",
        "UPDATE audit SET sequence = sequence + 100",
        "UPDATE audit SET sequence = NULL, chain = NULL",
        "UPDATE audit SET chain = before",
    ];

    private static readonly string[] OnPostgres = ["TRUNCATE audit", "TRUNCATE audit CASCADE"];

    // REPLACE deletes without asking triggers for deletion.
    private static readonly string[] OnSqlite =
    [
        "INSERT OR REPLACE INTO audit SELECT organisation, id, at, member, account, action, subject, 'another', before, after, sequence, chain FROM audit",
        "INSERT OR REPLACE INTO audit SELECT organisation, id, at, member, account, action, subject, 'another', before, after, NULL, NULL FROM audit",
        "INSERT OR REPLACE INTO audit SELECT organisation, '01900000-0000-7000-8000-00000000000F', at, member, account, action, subject, why, before, after, sequence, chain FROM audit",
        "REPLACE INTO audit SELECT organisation, id, at, member, 'Eve', action, subject, why, before, after, NULL, NULL FROM audit",
        """
        INSERT INTO audit SELECT organisation, '01900000-0000-7000-8000-00000000000F', at, member, account, action, subject, why, before, after, NULL, NULL FROM audit;
        UPDATE OR REPLACE audit SET sequence = 1, chain = before WHERE sequence IS NULL
        """,
    ];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_database_refuses_to_change_or_remove_a_sealed_entry(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "the entry is sealed");
        var before = Assert.Single(await service.RowsAsync<AuditRow>());

        foreach (var statement in OnBoth.Concat(provider == TestDatabases.Sqlite ? OnSqlite : OnPostgres))
            await service.InScopeAsync(null, db => IsRefusedAsync(db, statement));

        Assert.Equivalent(before, Assert.Single(await service.RowsAsync<AuditRow>()), strict: true);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_database_refuses_to_change_or_remove_an_entry_that_waits_for_its_seal(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        await AuditGuard.RaiseAsync(db, default);
        await AuditGuard.RaiseAsync(db, default);
        db.Add(Thing.New(People.Hospital));
        await db.SaveChangesAsync();

        foreach (var statement in (string[])["UPDATE audit SET why = 'another', sequence = 1", "UPDATE audit SET why = 'another'", "UPDATE audit SET member = organisation", "DELETE FROM audit"])
            await IsRefusedAsync(db, statement);
    }

    private static async Task<int> IsRefusedAsync(ServiceDb db, string statement)
    {
        db.Work.Hold();
        await db.BeginAsync(default);
        var refused = await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(statement));
        await db.Work.RollBackAsync();
        Assert.True(refused is DbException && refused.Message.Contains("append-only"), $"{statement} gave {refused?.ToString() ?? "no error"}");
        return 0;
    }
}
