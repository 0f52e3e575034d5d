using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Curricula;

internal sealed class OfferScenarioToCurricula(CurriculaDb db) : IReaction<ScenarioPublished>
{
    public Task Run(ScenarioPublished happened, Caller caller, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO published_scenarios (organisation, id)
            VALUES ({caller.Organisation.Value}, {TypedId.Parse<ScenarioId>("scenario.id", happened.Scenario.Id).Value})
            ON CONFLICT (organisation, id) DO NOTHING
            """, ct);
}
