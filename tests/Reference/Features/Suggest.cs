using Training.Hosting;
using Training.Reference.V1;

namespace Training.Reference;

internal sealed class Suggest(ReferenceDb db, TimeProvider clock)
{
    public async Task<Suggestion> Run(string text, Caller caller, CancellationToken ct)
    {
        var suggestion = Suggestion.Make(TypedId.New<SuggestionId>(clock), text, caller, clock.GetUtcNow());
        db.Add(suggestion);
        db.Publish(new SuggestionMade { SuggestionId = suggestion.Id.ToString(), Text = text });
        await db.SaveChangesAsync(ct);
        return suggestion;
    }
}
