using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Scenarios;

internal sealed class PublishScenario(ScenariosDb db, TimeProvider clock)
{
    public async Task<ScenarioVersion> Run(string document, Caller caller, CancellationToken ct)
    {
        var (graph, findings) = ScenarioDocument.Check(document);
        if (graph is null || findings.Count > 0)
            throw new ScenarioNotPublishable(findings);

        var bytes = Encoding.UTF8.GetBytes(document);
        var hash = SHA256.HashData(bytes);
        var scenario = await db.Scenarios.SingleOrDefaultAsync(s => s.Code == graph.Code, ct);
        if (scenario is null)
            db.Add(scenario = Scenario.Make(caller.Organisation, TypedId.New<ScenarioId>(clock), graph.Code));
        else if (await NewestAsync(scenario, ct) is { } newest && newest.ContentHash.AsSpan().SequenceEqual(hash))
            return newest;

        var version = scenario.Publish(graph, hash, clock.Now());
        db.Add(version);
        db.Add(new ArchivedDocument { Organisation = version.Organisation, Scenario = version.Scenario, Version = version.Version, Document = bytes });
        db.Publish(new ScenarioPublished { Scenario = ScenarioMessages.Of(version), Decisions = { graph.Decisions.Select(ScenarioMessages.Of) } });
        await db.SaveChangesAsync(ct);
        return version;
    }

    private Task<ScenarioVersion> NewestAsync(Scenario scenario, CancellationToken ct) =>
        db.Versions.AsNoTracking().SingleAsync(v => v.Scenario == scenario.Id && v.Version == scenario.Version, ct);
}
