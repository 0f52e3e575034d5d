using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Sanctions;

internal sealed class KnowScenario(SanctionsDb db) : IReaction<ScenarioPublished>
{
    private const string AreKnown = "DO NOTHING";

    public async Task Run(ScenarioPublished happened, Caller caller, CancellationToken ct)
    {
        var scenario = happened.Scenario;
        var id = ScenarioId.Parse("scenario.id", scenario.Id).Value;
        var version = new RowBatch("scenario_versions", "organisation", "scenario", "version", "code", "title", "published");
        version.Add(caller.Organisation.Value, id, scenario.Version, scenario.Code, scenario.Title, scenario.Published.ToMicroseconds());
        await version.WriteAsync(db, AreKnown, ct);

        var taught = new RowBatch("taught_decisions", "organisation", "scenario", "version", "scene", "violation_code", "decision", "title", "competency");
        foreach (var decision in happened.Decisions)
        {
            foreach (var code in decision.ViolationCodes.DefaultIfEmpty(""))
                taught.Add(caller.Organisation.Value, id, scenario.Version, decision.Scene, code, decision.Code, decision.Title, decision.Competency);
        }

        await taught.WriteAsync(db, AreKnown, ct);
    }
}
