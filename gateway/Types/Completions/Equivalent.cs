using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>Another provider's course that an officer accepted as equal to a scenario: who passes it there has passed the scenario.</summary>
internal sealed class Equivalent(V1.Equivalent message)
{
    /// <summary>Names the entry in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Who gives the course.</summary>
    public string Provider => message.Provider;

    /// <summary>Its code there.</summary>
    public string Course => message.Course;

    /// <summary>What the course is called there.</summary>
    public string Title => message.Title;

    /// <summary>The scenario that it is equal to.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Why it is as good; for who audits it.</summary>
    public string Reason => message.Reason;

    /// <summary>The officer who accepted it.</summary>
    [ID<Member>]
    public string? AcceptedById => message.AcceptedBy.OrNull();

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset Accepted => message.Accepted.ToDateTimeOffset();
}
