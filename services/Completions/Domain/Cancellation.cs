using Training.Hosting;

namespace Training.Completions;

/// <summary>A campaign was taken back. Kept by itself, because it may be heard of before the campaign.</summary>
internal sealed class Cancellation
{
    public OrganisationId Organisation { get; init; }

    public DutyId Duty { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
