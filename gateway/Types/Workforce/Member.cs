using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>A human being of the workforce, as HR's file has them.</summary>
internal sealed class Member(V1.Member message)
{
    /// <summary>Names the human being in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>The same id as tokens name it, in the claim member: what an identity provider needs to know.</summary>
    public Guid Uuid => Guid.Parse(message.Id);

    /// <summary>HR's own number: one human being keeps it through leave and rehire.</summary>
    public string EmployeeNumber => message.EmployeeNumber;

    /// <summary>As HR has it.</summary>
    public string GivenName => message.GivenName;

    /// <summary>As HR has it.</summary>
    public string FamilyName => message.FamilyName;

    /// <summary>Where they can be written to.</summary>
    public string? Email => message.Email.OrNull();

    /// <summary>What they are to the organisation.</summary>
    public Constituency Constituency => (Constituency)message.Constituency;

    /// <summary>A code that the organisation registered, such as RN.</summary>
    public string JobRole => message.JobRole;

    /// <summary>Where in the organisation they work.</summary>
    public string Department => message.Department;

    /// <summary>The code of the site where they work.</summary>
    public string SiteCode => message.Site;

    /// <summary>Their site's IANA time zone: due dates end with the day there.</summary>
    public string TimeZone => message.TimeZone;

    /// <summary>Whom they report to; none at the top.</summary>
    [ID<Member>]
    public string? ManagerId => message.ManagerId.OrNull();

    /// <summary>How much protected health information they meet in their work.</summary>
    public PhiExposure PhiExposure => (PhiExposure)message.PhiExposure;

    /// <summary>Whether they can reach electronic protected health information.</summary>
    public bool EphiAccess => message.EphiAccess;

    /// <summary>The first day of the present or last employment.</summary>
    public DateOnly HiredOn => message.HiredOn.Day();

    /// <summary>The last day, once they have left.</summary>
    public DateOnly? LeftOn => message.LeftOn.DayOrNull();

    /// <summary>Whether they work here.</summary>
    public MemberStatus Status => (MemberStatus)message.Status;

    /// <summary>Grows with every change: an older one tells nothing new.</summary>
    public long Version => message.Version;
}

/// <summary>Something that was recorded of a member: joining, a change, leaving, rehire.</summary>
internal sealed class MemberHistoryEntry(V1.MemberHistoryEntry message)
{
    /// <summary>What happened.</summary>
    public ChangeKind Kind => (ChangeKind)message.Kind;

    /// <summary>From when it held.</summary>
    public DateOnly EffectiveOn => message.EffectiveOn.Day();

    /// <summary>When this system was told.</summary>
    public DateTimeOffset Recorded => message.Recorded.ToDateTimeOffset();

    /// <summary>The roster file that said so, if one did.</summary>
    [ID<RosterImport>]
    public string? ImportId => message.ImportId.OrNull();

    /// <summary>The member as they were from then on.</summary>
    public Member Member => new(message.Member);
}
