using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>The hospital, clinic or other organisation that you work for. Nothing of another one can be seen.</summary>
internal sealed class Organisation(V1.Organisation message)
{
    /// <summary>Names the organisation in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>What it is called.</summary>
    public string Name => message.Name;

    /// <summary>When it began to use this system.</summary>
    public DateTimeOffset Registered => message.Registered.ToDateTimeOffset();

    /// <summary>Where its people work.</summary>
    public IEnumerable<Site> Sites => message.Sites.Select(site => new Site(site));

    /// <summary>What its people may work as.</summary>
    public IEnumerable<JobRole> JobRoles => message.JobRoles.Select(role => new JobRole(role));

    /// <summary>A roster file by which more of the people leave, in per cent, needs confirmation.</summary>
    public int LeaversLimitPercent => message.LeaversLimitPercent;
}

/// <summary>A place of the organisation. Due dates end with the day there.</summary>
internal sealed class Site(V1.Site message)
{
    /// <summary>As the roster names it, such as MAIN.</summary>
    public string Code => message.Code;

    /// <summary>What it is called.</summary>
    public string Name => message.Name;

    /// <summary>Its IANA time zone, such as America/Chicago.</summary>
    public string TimeZone => message.TimeZone;
}

/// <summary>A department in which somebody works.</summary>
internal sealed class Department(V1.Department message)
{
    /// <summary>As the roster names it.</summary>
    public string Name => message.Name;

    /// <summary>How many work there now.</summary>
    public long MemberCount => message.Members;
}

/// <summary>What somebody works as.</summary>
internal sealed class JobRole(V1.JobRole message)
{
    /// <summary>As the roster names it, such as RN.</summary>
    public string Code => message.Code;

    /// <summary>What it is called.</summary>
    public string Title => message.Title;
}

/// <summary>A site to add, or to change by its code.</summary>
internal sealed record SiteInput
{
    /// <summary>Upper-case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>An IANA time zone, such as America/Chicago.</summary>
    public required string TimeZone { get; init; }

    [GraphQLIgnore]
    public V1.Site ToMessage() => new() { Code = Code, Name = Name, TimeZone = TimeZone };
}

/// <summary>A job role to add, or to change by its code.</summary>
internal sealed record JobRoleInput
{
    /// <summary>Upper-case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    [GraphQLIgnore]
    public V1.JobRole ToMessage() => new() { Code = Code, Title = Title };
}
