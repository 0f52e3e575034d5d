using Training.Hosting;

namespace Training.Workforce;

/// <summary>Members who meet everything that is set.</summary>
internal sealed record MemberFilter(
    MemberStatus? Status = null, string Site = "", string Department = "", MemberId? Manager = null, string JobRole = "",
    Constituency? Constituency = null, PhiExposure? PhiExposure = null, bool? EphiAccess = null)
{
    /// <summary>One condition for each that is set, so that each can be looked up in its index.</summary>
    public IQueryable<Member> Narrow(IQueryable<Member> members)
    {
        if (Status is { } status)
            members = members.Where(member => member.Status == status);
        if (Site != "")
            members = members.Where(member => member.Site == Site);
        if (Department != "")
            members = members.Where(member => member.Department == Department);
        if (Manager is { } manager)
            members = members.Where(member => member.Manager == manager);
        if (JobRole != "")
            members = members.Where(member => member.JobRole == JobRole);
        if (Constituency is { } constituency)
            members = members.Where(member => member.Constituency == constituency);
        if (PhiExposure is { } exposure)
            members = members.Where(member => member.PhiExposure == exposure);
        return EphiAccess is { } access ? members.Where(member => member.EphiAccess == access) : members;
    }
}

/// <summary>In which order members are listed.</summary>
internal enum MemberOrder
{
    Joined,
    Name,
    EmployeeNumber,
}
