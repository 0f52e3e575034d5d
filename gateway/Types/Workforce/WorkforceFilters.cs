using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>Members who meet everything that is given.</summary>
internal sealed record MemberFilter
{
    /// <summary>Whether they work here.</summary>
    public MemberStatus? Status { get; init; }

    /// <summary>The site's code.</summary>
    public string? Site { get; init; }

    /// <summary>Who work in this department.</summary>
    public string? Department { get; init; }

    /// <summary>Who report to this member.</summary>
    [ID<Member>]
    public string? ManagerId { get; init; }

    /// <summary>The job role's code.</summary>
    public string? JobRole { get; init; }

    /// <summary>Who are this to the organisation.</summary>
    public Constituency? Constituency { get; init; }

    /// <summary>Who meet so much protected health information.</summary>
    public PhiExposure? PhiExposure { get; init; }

    /// <summary>Who can reach electronic protected health information, or cannot.</summary>
    public bool? EphiAccess { get; init; }

    [GraphQLIgnore]
    public V1.MemberFilter ToMessage()
    {
        var message = new V1.MemberFilter
        {
            Status = (V1.MemberStatus)(Status ?? 0),
            Site = Site ?? "",
            Department = Department ?? "",
            ManagerId = ManagerId ?? "",
            JobRole = JobRole ?? "",
            Constituency = (V1.Constituency)(Constituency ?? 0),
            PhiExposure = (V1.PhiExposure)(PhiExposure ?? 0),
        };
        if (EphiAccess is { } access)
            message.EphiAccess = access;
        return message;
    }
}

/// <summary>The order of a list of members.</summary>
internal enum MemberOrder
{
    /// <summary>In which they first joined the roster.</summary>
    Joined = 0,

    /// <summary>Family name, then given name.</summary>
    Name = 1,

    /// <summary>HR's own number.</summary>
    EmployeeNumber = 2,
}
