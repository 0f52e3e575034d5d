using System.Linq.Expressions;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class CompiledListTests
{
    private const int Count = 40;

    // Lists by two properties of one type.
    private static readonly (Expression<Func<Card, string>> Of, string One)[] OneOfEach =
        [(note => note.Author, "Ann"), (note => note.Title, "Beta"), (note => note.Author, "Dan"), (note => note.Title, "Ann"), (note => note.Author, "Nobody")];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task First_pages_of_filters_of_one_shape_are_those_of_each_filter_by_itself(string provider)
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(provider);
        await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        await NotesInDatabase.FillAsync(database, People.Clinic, Count / 2);
        CardFilter[] filters = [.. from title in (string?[])[null, "Alpha", "Gamma", "Nothing"] from weight in (int?[])[null, -1, 2] select new CardFilter(title, weight)];
        var rows = 0;

        foreach (var organisation in (OrganisationId[])[People.Hospital, People.Clinic, People.Hospital])
        {
            foreach (var filter in filters)
            {
                foreach (var order in new[] { NotesDb.ById, NotesDb.NewestFirst, NotesDb.ByTitle, NotesDb.ByWeight })
                {
                    foreach (var ask in new PageAsk[] { new(3, ""), new(5, "", Backwards: true), new(Count, "") })
                    {
                        await using var db = database.Open(organisation);
                        Assert.NotNull(CompiledList<Card>.OfAll(db, order, ask.Backwards, filter));
                        Alike(await db.PageAsync(order, ask, filter.Narrow, default), await db.PageAsync(order, ask, filter, default));
                        foreach (var (of, one) in OneOfEach)
                        {
                            Assert.NotNull(CompiledList<Card>.OfOne(db, order, ask.Backwards, filter, new ListKey<Card, string>(db, of), new ListKey<Card, string>.KeyOfOne(one)));
                            var expected = await db.PagesAsync(order, ask, of, [one], filter.Narrow, default);
                            var compiled = await db.PagesAsync(order, ask, of, [one], filter, default);
                            Assert.Equal(expected.Select(list => list.Of), compiled.Select(list => list.Of));
                            foreach (var (plain, other) in expected.Zip(compiled))
                                Alike(plain.Page, other.Page);
                            rows += compiled.Sum(list => list.Page.Rows.Count);
                        }
                    }
                }
            }
        }
        Assert.True(rows > Count, "Lists that are empty prove little.");
    }

    [Fact]
    public async Task A_list_is_not_compiled_when_its_filter_has_no_shape_or_names_values_of_something_else()
    {
        await using var database = await SmallDatabase<NotesDb>.CreateAsync(TestDatabases.Sqlite);
        var notes = await NotesInDatabase.FillAsync(database, People.Hospital, Count);
        await using var db = database.Open(People.Hospital);

        foreach (var title in new[] { "Alpha", "Beta" })
        {
            foreach (var shape in new[] { null, "titles" })
            {
                var filter = new Captures(shape, title);
                Assert.Null(CompiledList<Card>.OfAll(db, NotesDb.ById, backwards: false, filter));
                var page = await db.PageAsync(NotesDb.ById, new PageAsk(Count, ""), filter, default);
                Assert.Equal(notes.Where(note => note.Title == title).Select(note => note.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal), page.Rows.Select(note => note.Id));
            }
        }
    }

    private static void Alike(Page<Card> expected, Page<Card> page)
    {
        Assert.Equal(expected.Rows.Select(row => row.Id), page.Rows.Select(row => row.Id));
        Assert.Equal(expected.Cursors, page.Cursors);
        Assert.Equal(expected.Next, page.Next);
    }

    private sealed record CardFilter(string? Title, int? Weight) : IListFilter<Card>
    {
        public object Shape => (Title is not null, Weight is not null);

        public IQueryable<Card> Narrow(IQueryable<Card> rows)
        {
            if (Title is not null)
                rows = rows.Where(note => note.Title == Title);
            return Weight is null ? rows : rows.Where(note => note.Weight == Weight);
        }
    }

    private sealed class Captures(string? shape, string title) : IListFilter<Card>
    {
        public object? Shape => shape;

        public IQueryable<Card> Narrow(IQueryable<Card> rows)
        {
            var wanted = title;
            return rows.Where(note => note.Title == wanted);
        }
    }
}
