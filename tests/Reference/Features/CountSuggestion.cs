using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Reference.V1;

namespace Training.Reference;

internal sealed class CountSuggestion(ReferenceDb db) : IReaction<SuggestionMade>
{
    public Task Run(SuggestionMade happened, Caller caller, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO tallies (organisation, made, accepted) VALUES ({caller.Organisation.Value}, 1, 0)
            ON CONFLICT (organisation) DO UPDATE SET made = tallies.made + 1
            """, ct);
}
