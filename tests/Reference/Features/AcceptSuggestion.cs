using Training.Hosting;
using Training.Reference.V1;

namespace Training.Reference;

internal sealed class AcceptSuggestion(ReferenceDb db)
{
    public async Task<Suggestion> Run(SuggestionId id, Caller caller, CancellationToken ct)
    {
        var suggestion = await db.Suggestions.FindAsync([caller.Organisation, id], ct) ?? throw new SuggestionNotFound(id);
        suggestion.Accept(caller);
        db.Publish(new SuggestionAccepted { SuggestionId = id.ToString(), Version = suggestion.Version });
        await db.SaveChangesAsync(ct);
        return suggestion;
    }
}
