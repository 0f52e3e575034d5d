using Training.Hosting;

namespace Training.Scenarios;

/// <summary>The document of one version, byte for byte as it was published. Kept for ever: runs are replayed on it.</summary>
internal sealed class ArchivedDocument
{
    public OrganisationId Organisation { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Version { get; init; }

    public byte[] Document { get; init; } = [];
}
