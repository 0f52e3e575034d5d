using Training.Hosting;

namespace Training.Scenarios;

/// <summary>A scenario through all its versions; the code names it in its organisation.</summary>
internal sealed class Scenario
{
    public OrganisationId Organisation { get; private init; }

    public ScenarioId Id { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>The newest.</summary>
    public int Version { get; private set; }

    /// <summary>Which change of the organisation's record made it what it is.</summary>
    public long Change { get; private init; }

    public static Scenario Make(OrganisationId organisation, ScenarioId id, string code) =>
        new() { Organisation = organisation, Id = id, Code = code };

    public ScenarioVersion Publish(ScenarioGraph graph, byte[] contentHash, DateTimeOffset now)
    {
        Version++;
        return ScenarioVersion.Of(this, graph, contentHash, now);
    }
}
