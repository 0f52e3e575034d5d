using Training.Messaging;

namespace Training.Completions;

internal sealed class EquivalentReader(CompletionsDb db)
{
    private static readonly ListOrder<Equivalent> OldestFirst = new("equivalents", descending: false, nameof(Equivalent.Id));

    public Task<Page<Equivalent>> Page(PageAsk ask, CancellationToken ct) => db.PageAsync(OldestFirst, ask, equivalents => equivalents, ct);
}
