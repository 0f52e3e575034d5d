using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Reference.V1;

namespace Training.Reference;

internal sealed class CountAcceptance(ReferenceDb db) : IReaction<SuggestionAccepted>
{
    public Task Run(SuggestionAccepted happened, Caller caller, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO tallies (organisation, made, accepted) VALUES ({caller.Organisation.Value}, 0, 1)
            ON CONFLICT (organisation) DO UPDATE SET accepted = tallies.accepted + 1
            """, ct);
}
