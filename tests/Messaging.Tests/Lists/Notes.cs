using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Hosting;

namespace Training.Messaging.Tests;

internal readonly record struct NoteId(Guid Value) : ITypedId<NoteId>
{
    public static NoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Something that is listed, in several orders and by its changes.</summary>
internal sealed class Card
{
    public OrganisationId Organisation { get; init; }

    public NoteId Id { get; init; }

    public string Author { get; init; } = "";

    public string Title { get; set; } = "";

    public LocalDate Day { get; init; }

    public int Weight { get; init; }

    public long Change { get; private init; }
}

internal abstract class NotesDb(DbContextOptions options) : ServiceDb(options)
{
    public static readonly ListOrder<Card>
        ById = new("notes", descending: false, nameof(Card.Id)),
        NewestFirst = new("notes, newest first", descending: true, nameof(Card.Id)),
        ByTitle = new("notes by title", descending: false, nameof(Card.Title), nameof(Card.Day), nameof(Card.Id)),
        ByWeight = new("notes by weight", descending: true, nameof(Card.Weight), nameof(Card.Id)),
        Changes = ListOrder<Card>.OfChanges("changes of notes", nameof(Card.Id));

    public DbSet<Card> Notes => Set<Card>();

    protected override void BuildModel(ModelBuilder model) => model.Entity<Card>(note =>
    {
        note.ToTable("notes");
        note.HasKey(n => new { n.Organisation, n.Id });
        note.HasIndex(n => new { n.Organisation, n.Title, n.Day, n.Id });
        note.HasIndex(n => new { n.Organisation, n.Author, n.Id });
        note.HasIndex(n => new { n.Organisation, n.Weight, n.Id });
        note.HasIndex(n => new { n.Organisation, n.Change, n.Id });
    });
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class NotesSqliteDb(DbContextOptions options) : NotesDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class NotesPostgresDb(DbContextOptions options) : NotesDb(options);

/// <summary>Notes in a database of their own.</summary>
internal static class NotesInDatabase
{
    private static readonly string[] Titles = ["Alpha", "Beta", "Gamma"];
    private static readonly string[] Authors = ["Ann", "Ben", "Cleo", "Dan"];

    /// <summary>So many notes, of which many have the same title, day, weight or author; each of four saves is one change.</summary>
    public static async Task<List<Card>> FillAsync(SmallDatabase<NotesDb> database, OrganisationId organisation, int count)
    {
        var random = new Random(17);
        List<Card> notes =
        [
            .. Enumerable.Range(0, count).Select(_ => new Card
            {
                Organisation = organisation,
                Id = NoteId.From(AnyId(random)),
                Title = Titles[random.Next(Titles.Length)],
                Author = Authors[random.Next(Authors.Length)],
                Day = new LocalDate(2026, 1, 1).PlusDays(random.Next(3)),
                Weight = random.Next(-2, 3),
            }),
        ];
        foreach (var save in notes.Chunk(Math.Max(1, count / 4)))
        {
            await using var db = database.Open(organisation);
            db.AddRange(save);
            await db.SaveChangesAsync();
        }
        return notes;
    }

    private static Guid AnyId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
