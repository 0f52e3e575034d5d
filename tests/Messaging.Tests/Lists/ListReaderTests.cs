using Microsoft.EntityFrameworkCore;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class ListReaderTests
{
    private const int Count = 23, Few = 200, Many = 4_000;

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pages_hold_every_row_once_in_order_whichever_way_one_goes_when_many_rows_are_alike(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        var notes = await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        await NotesInDatabase.FillAsync(database, People.Clinic, 5);

        foreach (var size in new[] { 1, 4, Count, 100 })
        {
            await HoldsAsync(database, NotesDb.ById, size, notes.OrderBy(Id));
            await HoldsAsync(database, NotesDb.NewestFirst, size, notes.OrderByDescending(Id));
            await HoldsAsync(database, NotesDb.ByTitle, size, notes.OrderBy(n => n.Title, StringComparer.Ordinal).ThenBy(n => n.Day).ThenBy(Id));
            await HoldsAsync(database, NotesDb.ByWeight, size, notes.OrderByDescending(n => n.Weight).ThenByDescending(Id));
            await HoldsAsync(database, NotesDb.Changes, size, notes.OrderBy(n => n.Change).ThenBy(Id));
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_list_of_several_ranges_is_one_list(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        var notes = await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        Func<IQueryable<Card>, IQueryable<Card>>[] ranges = [all => all.Where(n => n.Author == "Ann"), all => all.Where(n => n.Author == "Cleo"), all => all.Where(n => n.Author == "Dan")];
        var expected = notes.Where(n => n.Author != "Ben").OrderBy(Id).ToList();

        await PageWalk.HoldsAsync(Texts(expected), async (token, backwards) =>
        {
            await using var db = database.Open(People.Hospital);
            var page = await db.PageAsync(NotesDb.ById, new PageAsk(4, token, backwards, WithTotal: true), ranges, default);
            Assert.Equal(expected.Count, page.Total);
            return Seen(page);
        });
    }

    [Fact]
    public async Task First_rows_of_several_lists_are_found_by_SQLites_own_numbers_when_they_come_from_the_table_itself()
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(TestDatabases.Sqlite);
        await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        await using var db = database.Open(People.Hospital);
        var middle = (await db.PageAsync(NotesDb.ById, new PageAsk(Count / 2, ""), all => all, default)).Cursors[^1];
        string StatementFrom(IQueryable<Card> rows) =>
            FirstOfEach.Of(db, NotesDb.ById, new ListKey<Card, string>(db, n => n.Author), ["Ann", "Ben"], rows, count: 3, backwards: false).ToQueryString();

        Assert.Contains("rows.rowid = ids.value", StatementFrom(NotesDb.ById.From(db, "", backwards: false)), StringComparison.Ordinal);
        Assert.Contains("rows.Id = ids.value", StatementFrom(NotesDb.ById.From(db, middle, backwards: false)), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pages_of_several_lists_are_those_of_each_list_by_itself(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        await NotesInDatabase.FillAsync(database, People.Clinic, 5);
        string[] authors = ["Ann", "Ben", "Nobody", "Dan"];
        await using var db = database.Open(People.Hospital);

        foreach (var order in new[] { NotesDb.ById, NotesDb.NewestFirst, NotesDb.ByTitle, NotesDb.ByWeight })
        {
            foreach (var backwards in new[] { false, true })
            {
                var middle = (await db.PageAsync(order, new PageAsk(Count / 2, ""), all => all, default)).Cursors[^1];
                foreach (var token in new[] { "", middle })
                {
                    var ask = new PageAsk(3, token, backwards, WithTotal: true);
                    var lists = await db.PagesAsync(order, ask, n => n.Author, authors, all => all, default);
                    foreach (var author in authors)
                    {
                        var alone = await db.PageAsync(order, ask, all => all.Where(n => n.Author == author), default);
                        var page = lists.SingleOrDefault(list => list.Of == author)?.Page;
                        Assert.Equal(alone.Rows.Count > 0, page is not null);
                        if (page is not null)
                            Assert.Equal((Texts(alone.Rows), alone.Cursors, alone.Next, alone.Total), (Texts(page.Rows), page.Cursors, page.Next, page.Total), Alike);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_place_that_this_list_did_not_hand_out_is_refused()
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(TestDatabases.Sqlite);
        await NotesInDatabase.FillAsync(database, People.Hospital, 3);
        await using var db = database.Open(People.Hospital);
        var elsewhere = (await db.PageAsync(NotesDb.NewestFirst, new PageAsk(1, ""), all => all, default)).Next;

        foreach (var token in new[]
        {
            elsewhere, "x", "!", Guid.CreateVersion7().ToString("N"), Cursor.Write("notes"), Cursor.Write("notes", "not an id"), Cursor.Write("notes", Guid.Empty.ToString("N"), "more"),
        })
            await Assert.ThrowsAsync<PageTokenNotReadable>(() => db.PageAsync(NotesDb.ById, new PageAsk(1, token), all => all, default));
        foreach (var token in new[] { Cursor.Write("notes by title", "a\0b", "2026-01-01", Guid.Empty.ToString("N")), Cursor.Write("notes by title", "a", "26-1-1", Guid.Empty.ToString("N")) })
            await Assert.ThrowsAsync<PageTokenNotReadable>(() => db.PageAsync(NotesDb.ByTitle, new PageAsk(1, token), all => all, default));
        await Assert.ThrowsAsync<PageTooLarge>(() => db.PageAsync(NotesDb.ById, new PageAsk(501, ""), all => all, default));
        await Assert.ThrowsAsync<SynchronisesForwards>(() => db.PageAsync(NotesDb.Changes, new PageAsk(1, "", Backwards: true, ChangedSince: ""), all => all, default));
    }

    [Fact]
    public void Lists_that_would_be_too_many_or_too_long_are_refused()
    {
        Assert.Equal(50, ListReader.SizeOfEach(new PageAsk(0, ""), 200));
        Assert.Equal(20, ListReader.SizeOfEach(new PageAsk(20, ""), 500));
        Assert.Throws<ListsTooLong>(() => ListReader.SizeOfEach(new PageAsk(0, ""), 201));
        Assert.Throws<TooManyAtOnce>(() => ListReader.SizeOfEach(new PageAsk(1, ""), 501));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_page_costs_the_same_at_the_beginning_and_far_on_when_all_rows_changed_together(string provider)
    {
        const int Rows = 4_000, Size = 20;
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await NotesInDatabase.FillAsync(database, People.Hospital, Rows);
        await using var db = database.Open(People.Hospital);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");

        foreach (var order in new[] { NotesDb.ById, NotesDb.ByTitle, NotesDb.ByWeight, NotesDb.Changes })
        {
            var first = await db.PageAsync(order, new PageAsk(Size, ""), all => all, default);
            var places = await PageWalk.AllAsync((token, _) => CursorsAsync(db, order, token));
            var early = await QueryCost.OfAsync(db, () => db.PageAsync(order, new PageAsk(Size, first.Next), all => all, default));
            var late = await QueryCost.OfAsync(db, () => db.PageAsync(order, new PageAsk(Size, places[^(2 * Size)]), all => all, default));
            LongRun.Print($"Page, {provider}: cost {early} at row {Size}, {late} at row {Rows - (2 * Size)}");
            Assert.True(late <= Math.Max(early * 2, Size * 4), $"A page cost {early} at the beginning and {late} far on.");
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pages_of_several_lists_cost_the_same_however_long_the_lists_are_when_an_index_has_their_order(string provider)
    {
        var few = await CostOfPagesAsync(provider, NotesDb.ById, Few);
        var many = await CostOfPagesAsync(provider, NotesDb.ById, Many);

        LongRun.Print($"Pages of several lists, {provider}: cost {few} with {Few} rows, {many} with {Many}");
        Assert.InRange(many, 1, few * 2);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pages_of_several_lists_cost_no_more_than_their_rows_when_no_index_has_their_order(string provider)
    {
        foreach (var order in new[] { NotesDb.ByTitle, NotesDb.ByWeight })
        {
            var few = await CostOfPagesAsync(provider, order, Few);
            var many = await CostOfPagesAsync(provider, order, Many);

            LongRun.Print($"Pages of several lists, numbered, {provider}: cost {few} with {Few} rows, {many} with {Many}");
            Assert.InRange(many, 1, few * (Many / Few) * 2);
        }
    }

    // Nobody gathers statistics for SQLite.
    private static async Task<long> CostOfPagesAsync(string provider, ListOrder<Card> order, int rows)
    {
        const int Size = 5;
        string[] authors = ["Ann", "Ben", "Cleo", "Dan", "Nobody"];
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await NotesInDatabase.FillAsync(database, People.Hospital, rows);
        await using var db = database.Open(People.Hospital);
        if (provider == TestDatabases.Postgres)
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return await QueryCost.OfAsync(db, async () =>
            Assert.Equal((authors.Length - 1) * Size, (await db.PagesAsync(order, new PageAsk(Size, ""), n => n.Author, authors, all => all, default)).Sum(list => list.Page.Rows.Count)));
    }

    private static async Task<SeenPage> CursorsAsync(NotesDb db, ListOrder<Card> order, string token)
    {
        var page = await db.PageAsync(order, new PageAsk(500, token), all => all, default);
        return new SeenPage(page.Cursors, page.Cursors, page.Next);
    }

    private static async Task HoldsAsync(SmallDatabase<NotesDb> database, ListOrder<Card> order, int size, IEnumerable<Card> expected) =>
        await PageWalk.HoldsAsync(Texts(expected), async (token, backwards) =>
        {
            await using var db = database.Open(People.Hospital);
            return Seen(await db.PageAsync(order, new PageAsk(size, token, backwards), all => all, default));
        });

    private static SeenPage Seen(Page<Card> page) => new(Texts(page.Rows), page.Cursors, page.Next);

    private static string Id(Card note) => note.Id.ToString();

    private static List<string> Texts(IEnumerable<Card> notes) => [.. notes.Select(Id)];

    private static bool Alike(
        (List<string> Rows, IReadOnlyList<string> Cursors, string Next, long? Total) one, (List<string> Rows, IReadOnlyList<string> Cursors, string Next, long? Total) other) =>
        one.Rows.SequenceEqual(other.Rows) && one.Cursors.SequenceEqual(other.Cursors) && (one.Next, one.Total) == (other.Next, other.Total);
}
