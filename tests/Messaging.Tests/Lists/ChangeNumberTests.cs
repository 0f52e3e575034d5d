using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>Whoever follows changes loses none, in whatever order transactions begin and end.</summary>
public sealed class ChangeNumberTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_transaction_that_drew_its_number_later_does_not_commit_earlier(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await using var slow = database.Open(People.Hospital);
        slow.Work.Hold();
        await slow.BeginAsync(default);
        slow.Add(New("slow"));
        await slow.SaveChangesAsync();
        await using var quick = database.Open(People.Hospital);
        quick.Add(New("quick"));

        var saving = quick.SaveChangesAsync();
        if (provider == TestDatabases.Postgres)
            await Eventually.IsTrueAsync(() => IsSomebodyWaitingAsync(database), "the quick one waits for the slow one");
        var (seen, until) = await FollowAsync(database, "");
        Assert.Empty(seen);
        Assert.False(saving.IsCompleted);
        await slow.Work.CommitAsync(default);
        await saving;

        (seen, until) = await FollowAsync(database, until);
        Assert.Equal(["slow", "quick"], seen);
        Assert.Empty((await FollowAsync(database, until)).Seen);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_reader_who_follows_many_writers_sees_all_that_they_wrote_as_they_left_it(string provider)
    {
        const int Writers = 6, Saves = 15;
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await using (var db = database.Open(People.Hospital))
        {
            db.Add(New("everybody's"));
            await db.SaveChangesAsync();
        }

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(database, writer, Saves))));
        Dictionary<string, int> seen = [];
        var until = "";
        for (var isLast = false; !isLast;)
        {
            isLast = writing.IsCompleted;
            (var changes, until) = await FollowAsync(database, until);
            foreach (var title in changes)
                seen[title] = seen.GetValueOrDefault(title) + 1;
        }
        await writing;

        await using var reader = database.Open(People.Hospital);
        var all = await reader.Notes.AsNoTracking().Select(n => n.Title).ToListAsync();
        Assert.Equal((Writers * Saves) + 1, all.Count);
        Assert.All(all, title => Assert.True(seen.ContainsKey(title), $"'{title}' was missed."));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Rows_get_the_number_of_the_transaction_that_added_or_changed_them_and_organisations_count_for_themselves(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await using var db = database.Open(People.Hospital);
        var (first, second) = (New("first"), New("second"));
        db.AddRange(first, second);
        await db.SaveChangesAsync();
        first.Title = "first, changed";
        await db.SaveChangesAsync();
        db.Note("Nothing", "");
        await db.SaveChangesAsync();
        Assert.Equal((2, 1), (first.Change, second.Change));

        db.Work.Hold();
        await db.BeginAsync(default);
        var number = await db.ChangeNumberAsync(default);
        second.Title = "second, changed";
        await db.SaveChangesAsync();
        Assert.Equal((3, 3, 3), (number, second.Change, await db.ChangeNumberAsync(default)));
        await db.Work.RollBackAsync();

        await using var elsewhere = database.Open(People.Clinic);
        var other = New("elsewhere", People.Clinic);
        elsewhere.Add(other);
        await elsewhere.SaveChangesAsync();
        Assert.Equal(1, other.Change);
        Assert.Equal(["second", "first, changed"], (await FollowAsync(database, "")).Seen);
        Assert.Equal(["elsewhere"], (await FollowAsync(database, "", People.Clinic)).Seen);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task LastChange_is_the_number_of_the_organisations_last_commit_and_is_not_told_inside_a_transaction(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await using var db = database.Open(People.Hospital);
        await using var elsewhere = database.Open(People.Clinic);
        Assert.Equal(0, await db.LastChangeAsync(default));
        for (var number = 1; number <= 2; number++)
        {
            db.Add(New($"note {number}"));
            await db.SaveChangesAsync();
            Assert.Equal((number, 0), (await db.LastChangeAsync(default), await elsewhere.LastChangeAsync(default)));
        }

        db.Work.Hold();
        await db.BeginAsync(default);
        await db.ChangeNumberAsync(default);
        await using (var beside = database.Open(People.Hospital))
            Assert.Equal(2, await beside.LastChangeAsync(default));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.LastChangeAsync(default));
        Assert.StartsWith("Ask before the transaction begins", refused.Message, StringComparison.Ordinal);
        await db.Work.RollBackAsync();
        Assert.Equal(2, await db.LastChangeAsync(default));
    }

    private static async Task WriteAsync(SmallDatabase<NotesDb> database, int writer, int saves)
    {
        for (var save = 0; save < saves; save++)
        {
            await using var db = database.Open(People.Hospital);
            db.Work.Hold();
            await db.BeginAsync(default);
            db.Add(New($"{writer}/{save}"));
            await db.SaveChangesAsync();
            await Task.Yield();
            await db.Work.CommitAsync(default);
        }
    }

    private static async Task<(IReadOnlyList<string> Seen, string Until)> FollowAsync(SmallDatabase<NotesDb> database, string since, OrganisationId? organisation = null)
    {
        await using var db = database.Open(organisation ?? People.Hospital);
        List<string> seen = [];
        for (var token = ""; ;)
        {
            var page = await db.PageAsync(NotesDb.Changes, new PageAsk(3, token, ChangedSince: since), all => all, default);
            seen.AddRange(page.Rows.Select(note => note.Title));
            if ((token = page.Next) == "")
                return (seen, page.ChangedUntil);
        }
    }

    private static async Task<bool> IsSomebodyWaitingAsync(SmallDatabase<NotesDb> database)
    {
        await using var db = database.Open(null);
        return await db.Database.SqlQueryRaw<bool>("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS \"Value\"").SingleAsync();
    }

    private static Card New(string title, OrganisationId? organisation = null) => new()
    {
        Organisation = organisation ?? People.Hospital, Id = TypedId.New<NoteId>(TimeProvider.System), Title = title, Day = new LocalDate(2026, 1, 1),
    };
}
