using Training.Hosting;

namespace Training.Scenarios;

/// <summary>A choice that was made. Never changed, never removed; of two that are made at one step at once, the key lets one in.</summary>
internal sealed class MadeChoice
{
    public OrganisationId Organisation { get; init; }

    public RunId Run { get; init; }

    public int Step { get; init; }

    public string Scene { get; init; } = "";

    public string Choice { get; init; } = "";

    /// <summary>To the microsecond, as it is stored and hashed.</summary>
    public DateTimeOffset At { get; init; }
}
