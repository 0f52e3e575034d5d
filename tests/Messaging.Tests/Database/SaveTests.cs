using Microsoft.EntityFrameworkCore;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class SaveTests
{
    public static TheoryData<string, int> ProvidersAndSizes => new()
    {
        { TestDatabases.Sqlite, 5 }, { TestDatabases.Sqlite, 2_500 }, { TestDatabases.Postgres, 5 }, { TestDatabases.Postgres, 2_500 },
    };

    [SkippableTheory, MemberData(nameof(ProvidersAndSizes))]
    public async Task SaveChangesAsync_keeps_none_of_many_new_rows_when_the_last_of_them_is_refused(string provider, int rows)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        var many = Enumerable.Range(0, rows).Select(_ => Thing.New(People.Hospital)).ToList();
        var last = many.MaxBy(thing => thing.Id.Value)!;
        await SaveAsync(things, db => db.Add(new Thing { Organisation = last.Organisation, Id = last.Id, Name = "was here first" }));

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(things, db => db.AddRange(many)));

        await using var reader = things.Open(People.Hospital);
        Assert.Equal("was here first", (await reader.Things.SingleAsync()).Name);
        Assert.Single(await reader.Set<AuditRow>().ToListAsync());
        await SaveAsync(things, db => db.AddRange(many.Except([last])));
        Assert.Equal(rows, await reader.Things.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SaveChangesAsync_keeps_no_new_row_when_another_row_has_gone_meanwhile(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        var thing = Thing.New(People.Hospital);
        await SaveAsync(things, db => db.Add(thing));
        await SaveAsync(things, db => db.Remove(thing));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(things, db =>
        {
            db.Attach(thing).Entity.Name = "changed";
            db.Add(Thing.New(People.Hospital, "second"));
        }));

        await using var reader = things.Open(People.Hospital);
        Assert.Empty(await reader.Things.ToListAsync());
        Assert.Equal(2, await reader.Set<AuditRow>().CountAsync());
    }

    private static async Task SaveAsync(SmallDatabase<ThingsDb> things, Action<ThingsDb> change)
    {
        await using var db = things.Open(People.Hospital);
        change(db);
        await db.SaveChangesAsync();
    }
}
