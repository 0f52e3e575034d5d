using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>Another provider's course that an officer accepted as equal to a scenario: who passes it there has passed the scenario.</summary>
internal sealed class Equivalent(V1.Equivalent message)
{
    [ID]
    public string Id => message.Id;

    /// <summary>Who gives the course.</summary>
    public string Provider => message.Provider;

    /// <summary>Its code there.</summary>
    public string Course => message.Course;

    public string Title => message.Title;

    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Why it is as good; for who audits it.</summary>
    public string Reason => message.Reason;

    [ID<Member>]
    public string? AcceptedById => message.AcceptedBy.OrNull();

    public DateTimeOffset Accepted => message.Accepted.ToDateTimeOffset();
}
