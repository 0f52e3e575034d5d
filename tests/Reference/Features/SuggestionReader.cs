using Microsoft.EntityFrameworkCore;

namespace Training.Reference;

internal sealed class SuggestionReader(ReferenceDb db)
{
    public async Task<Suggestion> One(SuggestionId id, CancellationToken ct) =>
        await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new SuggestionNotFound(id);

    public IAsyncEnumerable<Suggestion> All() =>
        db.Suggestions.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable();

    public async Task<Tally> Tally(CancellationToken ct) =>
        await db.Tallies.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Tally();
}
