using Training.Hosting;

namespace Training.Scenarios;

/// <summary>What the catalogue says of one version. Never changed.</summary>
internal sealed class ScenarioVersion
{
    public OrganisationId Organisation { get; private init; }

    public ScenarioId Scenario { get; private init; }

    public int Version { get; private init; }

    public string Code { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Family { get; private init; } = "";

    public string Variant { get; private init; } = "";

    public int Minutes { get; private init; }

    public IReadOnlyList<string> Decisions { get; private init; } = [];

    /// <summary>SHA-256 of the document's bytes.</summary>
    public byte[] ContentHash { get; private init; } = [];

    public DateTimeOffset Published { get; private init; }

    public static ScenarioVersion Of(Scenario scenario, ScenarioGraph graph, byte[] contentHash, DateTimeOffset now) => new()
    {
        Organisation = scenario.Organisation,
        Scenario = scenario.Id,
        Version = scenario.Version,
        Code = scenario.Code,
        Title = graph.Title,
        Family = graph.Family,
        Variant = graph.Variant,
        Minutes = graph.Minutes,
        Decisions = [.. graph.Decisions.Select(scene => scene.Decision)],
        ContentHash = contentHash,
        Published = now,
    };
}
