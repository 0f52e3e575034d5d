using Microsoft.EntityFrameworkCore;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class UnitOfWorkTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SaveChanges_is_refused_because_it_would_wait_for_the_database(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        db.Add(Thing.New(People.Hospital));

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
        Assert.Equal(0, await db.Things.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_set_based_statement_is_refused_when_the_held_transaction_is_not_open(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = await WithOneThingAsync(things);
        db.Work.Hold();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Things.ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "changed")));
        Assert.Throws<InvalidOperationException>(() => db.Things.ExecuteUpdate(set => set.SetProperty(t => t.Name, "changed")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Things.ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.ExecuteSqlAsync($"UPDATE things SET name = 'changed'"));

        await db.Work.RollBackAsync();
        Assert.Equal("first", (await db.Things.SingleAsync()).Name);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RollBackAsync_undoes_statements_saves_tracked_rows_and_the_note(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = await WithOneThingAsync(things);
        db.Work.Hold();
        await db.BeginAsync(default);
        await db.Things.ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "changed"));
        db.Add(Thing.New(People.Hospital, "second"));
        await db.SaveChangesAsync();
        db.Add(Thing.New(People.Hospital, "third"));
        db.Note("Undone", "undone");

        await db.Work.RollBackAsync();
        await db.SaveChangesAsync();

        Assert.Equal("first", (await db.Things.SingleAsync()).Name);
        Assert.DoesNotContain(await db.Set<AuditRow>().ToListAsync(), entry => entry.Subject == "Undone");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task CommitAsync_keeps_statements_and_saves_together(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = await WithOneThingAsync(things);
        db.Work.Hold();
        await db.BeginAsync(default);
        await db.Things.ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "changed"));
        db.Add(Thing.New(People.Hospital, "second"));
        await db.SaveChangesAsync();
        await using var another = things.Open(People.Hospital);
        Assert.Equal("first", (await another.Things.SingleAsync()).Name);

        await db.Work.CommitAsync(default);

        Assert.Equal(["changed", "second"], await another.Things.OrderBy(t => t.Id).AsNoTracking().Select(t => t.Name).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task AfterCommit_is_done_once_when_what_was_saved_can_be_read_and_never_when_it_was_undone(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        await using var another = things.Open(People.Hospital);
        var seen = new List<int>();
        db.Work.Hold();
        db.Add(Thing.New(People.Hospital, "undone"));
        db.AfterCommit(() => seen.Add(-1));
        await db.SaveChangesAsync();
        await db.Work.RollBackAsync();

        foreach (var begun in new[] { false, true })
        {
            db.Work.Hold();
            if (begun)
                await db.BeginAsync(default);
            db.Add(Thing.New(People.Hospital));
            db.AfterCommit(() => seen.Add(another.Things.Count()));
            await db.SaveChangesAsync();
            Assert.Equal(begun ? 1 : 0, seen.Count);
            await db.Work.CommitAsync(default);
        }

        db.Add(Thing.New(People.Hospital));
        db.AfterCommit(() => seen.Add(another.Things.Count()));
        await db.SaveChangesAsync();
        await db.SaveChangesAsync();
        Assert.Equal([1, 2, 3], seen);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_query_is_refused_when_it_would_not_see_what_was_just_saved(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = await WithOneThingAsync(things);
        db.Work.Hold();
        Assert.Equal(1, await db.Things.CountAsync());
        db.Add(Thing.New(People.Hospital, "second"));
        await db.SaveChangesAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Things.CountAsync());
        Assert.Throws<InvalidOperationException>(() => db.Things.Count());
        await db.BeginAsync(default);
        Assert.Equal(2, await db.Things.CountAsync());

        await db.Work.RollBackAsync();
        Assert.Equal(1, await db.Things.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task BeginAsync_is_refused_when_no_edge_would_commit(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.BeginAsync(default));
    }

    private static async Task<ThingsDb> WithOneThingAsync(SmallDatabase<ThingsDb> things)
    {
        var db = things.Open(People.Hospital);
        db.Add(Thing.New(People.Hospital, "first"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return db;
    }
}
