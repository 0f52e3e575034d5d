using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>How many changes an organisation has seen in this database.</summary>
internal sealed class ChangeCountRow
{
    public OrganisationId Organisation { get; init; }

    public long Last { get; init; }
}

/// <summary>
/// Numbers changes in the order of their commits: whoever draws a number holds the organisation's row until the transaction ends, so that nobody commits
/// a greater number before. A reader who has seen a number has therefore seen every lesser one, and follows changes without losing any.
/// </summary>
internal static class ChangeNumbers
{
    /// <summary>An entity that has this property, a <c>long</c>, gets the number of the transaction that adds or changes it.</summary>
    public const string Property = "Change";

    private const string Draw = """
        INSERT INTO change_counts (organisation, last) VALUES ({0}, 1)
        ON CONFLICT (organisation) DO UPDATE SET last = change_counts.last + 1
        RETURNING last AS "Value"
        """;

    private static readonly CompiledFor<Func<ServiceDb, CancellationToken, Task<long>>> Last = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, CancellationToken ct) => db.LastChanges.SingleOrDefault()));

    /// <summary>0 where nothing was changed yet.</summary>
    public static Task<long> LastAsync(ServiceDb db, CancellationToken ct) => Last.In(db)(db, ct);

    public static async Task<long> DrawAsync(ServiceDb db, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<long>(Draw, db.CurrentOrganisation.Value).ToListAsync(ct)).Single();

    /// <summary>The rows that this save adds or changes and that are numbered.</summary>
    public static List<PropertyEntry> In(ChangeTracker tracker)
    {
        List<PropertyEntry> numbers = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified && entry.Metadata.FindProperty(Property) is { } property && property.ClrType == typeof(long))
                numbers.Add(entry.Property(Property));
        }
        return numbers;
    }
}
