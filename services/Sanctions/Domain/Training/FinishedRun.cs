using Training.Hosting;

namespace Training.Sanctions;

/// <summary>Somebody reached an end of a scenario version.</summary>
internal sealed class FinishedRun
{
    public OrganisationId Organisation { get; init; }

    public RunId Id { get; init; }

    public MemberId Member { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Version { get; init; }

    public DateTimeOffset Finished { get; init; }

    public bool Passed { get; init; }
}

internal enum Outcome
{
    Best = 1,
    Acceptable,
    Risky,
    Violation,
}

/// <summary>A choice on the way to that end.</summary>
internal sealed class MadeChoice
{
    public OrganisationId Organisation { get; init; }

    public RunId Run { get; init; }

    public int Step { get; init; }

    public MemberId Member { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Version { get; init; }

    public string Decision { get; init; } = "";

    public string Choice { get; init; } = "";

    public string Text { get; init; } = "";

    public Outcome Outcome { get; init; }

    public string ViolationCode { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
