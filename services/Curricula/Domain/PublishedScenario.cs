using Training.Hosting;

namespace Training.Curricula;

/// <summary>A scenario that curricula may name; kept from events.</summary>
internal sealed class PublishedScenario
{
    public OrganisationId Organisation { get; init; }

    public ScenarioId Id { get; init; }
}
