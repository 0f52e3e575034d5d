using Training.Hosting;

namespace Training.Sanctions;

/// <summary>A scenario version as it was published.</summary>
internal sealed class ScenarioVersion
{
    public OrganisationId Organisation { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Version { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public DateTimeOffset Published { get; init; }
}

/// <summary>A violation code that a decision of a scenario version teaches to avoid; a decision that teaches none has one with an empty code.</summary>
internal sealed class TaughtDecision
{
    public OrganisationId Organisation { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Version { get; init; }

    public string Scene { get; init; } = "";

    public string ViolationCode { get; init; } = "";

    /// <summary>Such as F1.</summary>
    public string Decision { get; init; } = "";

    public string Title { get; init; } = "";

    public string Competency { get; init; } = "";
}
