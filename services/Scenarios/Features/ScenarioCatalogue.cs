using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Scenarios;

internal sealed class ScenarioCatalogue(ScenariosDb db)
{
    /// <summary>The newest version of each scenario, in the order of first publication.</summary>
    public async Task<(List<ScenarioVersion> Page, string Next)> List(int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = new ScenarioId(Paging.After(pageToken));
        var scenarios = db.Scenarios.AsNoTracking().Where(s => s.Id > after).OrderBy(s => s.Id).Take(size + 1);
        var rows = await (
            from scenario in scenarios
            join version in db.Versions on new { Scenario = scenario.Id, scenario.Version } equals new { version.Scenario, version.Version }
            orderby scenario.Id
            select version).AsNoTracking().ToListAsync(ct);
        var next = Paging.Next(rows, size, version => version.Scenario.Value);
        return (rows, next);
    }

    /// <summary>One version with its document; 0 asks for the newest.</summary>
    public async Task<(ScenarioVersion Version, string Document)> Get(ScenarioId id, int version, CancellationToken ct)
    {
        var scenario = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new ScenarioNotFound(id);
        var asked = version == 0 ? scenario.Version : version;
        var found = await (
            from one in db.Versions
            join archived in db.Documents on new { one.Scenario, one.Version } equals new { archived.Scenario, archived.Version }
            where one.Scenario == id && one.Version == asked
            select new { one, archived.Document }).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ScenarioVersionNotFound(id, version);
        return (found.one, Encoding.UTF8.GetString(found.Document));
    }
}
