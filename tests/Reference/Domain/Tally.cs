using Training.Hosting;

namespace Training.Reference;

/// <summary>How many suggestions have been heard of; kept from events.</summary>
internal sealed class Tally
{
    public OrganisationId Organisation { get; init; }

    public long Made { get; init; }

    public long Accepted { get; init; }
}
