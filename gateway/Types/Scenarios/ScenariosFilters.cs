using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>Scenarios whose newest version meets everything that is given.</summary>
internal sealed record ScenarioFilter
{
    /// <summary>T texting, E e-mailing, F printing and faxing, C conversations, R remote work, W wrong recipient.</summary>
    public string? Family { get; init; }

    /// <summary>For whom the scene is set, such as bedside.</summary>
    public string? Variant { get; init; }

    /// <summary>The author's short name.</summary>
    public string? Code { get; init; }

    /// <summary>A decision that it trains, such as F1.</summary>
    public string? Decision { get; init; }

    [GraphQLIgnore]
    public V1.ScenarioFilter ToMessage() => new() { Family = Family ?? "", Variant = Variant ?? "", Code = Code ?? "", Decision = Decision ?? "" };
}

/// <summary>Runs that meet everything that is given.</summary>
internal sealed record RunFilter
{
    /// <summary>Taken by this member.</summary>
    [ID<Member>]
    public string? MemberId { get; init; }

    /// <summary>Of this scenario, in whatever version.</summary>
    [ID<Scenario>]
    public string? ScenarioId { get; init; }

    /// <summary>Whether they are finished.</summary>
    public bool? Finished { get; init; }

    /// <summary>Finished, and passed or not.</summary>
    public bool? Passed { get; init; }

    [GraphQLIgnore]
    public V1.RunFilter ToMessage()
    {
        var message = new V1.RunFilter { MemberId = MemberId ?? "", ScenarioId = ScenarioId ?? "" };
        if (Finished is { } finished)
            message.Finished = finished;
        if (Passed is { } passed)
            message.Passed = passed;
        return message;
    }
}
