using Training.Hosting;
using Training.Reference.V1;

namespace Training.Reference;

internal sealed class ImportSuggestions(ReferenceDb db, TimeProvider clock)
{
    public async Task<int> Run(IAsyncEnumerable<string> texts, Caller caller, CancellationToken ct)
    {
        var imported = 0;
        await foreach (var text in texts.WithCancellation(ct))
        {
            var suggestion = Suggestion.Make(TypedId.New<SuggestionId>(clock), text, caller, clock.GetUtcNow());
            db.Add(suggestion);
            db.Publish(new SuggestionMade { SuggestionId = suggestion.Id.ToString(), Text = text });
            imported++;
        }
        db.Note("Suggestions", $"{imported} imported");
        await db.SaveChangesAsync(ct);
        return imported;
    }
}
