using Training.Hosting;
using Training.Messaging;

namespace Training.Workforce;

/// <summary>Members who meet everything that is set.</summary>
internal sealed record MemberFilter(
    MemberStatus? Status = null, string Site = "", string Department = "", MemberId? Manager = null, string JobRole = "",
    Constituency? Constituency = null, PhiExposure? PhiExposure = null, bool? EphiAccess = null) : IListFilter<Member>
{
    /// <inheritdoc/>
    public object Shape =>
        (Status is not null, Site != "", Department != "", Manager is not null, JobRole != "", Constituency is not null, PhiExposure is not null, EphiAccess is not null);

    /// <summary>One condition for each that is set, so that each can be looked up in its index.</summary>
    public IQueryable<Member> Narrow(IQueryable<Member> members)
    {
        if (Status is not null)
            members = members.Where(member => member.Status == Status);
        if (Site != "")
            members = members.Where(member => member.Site == Site);
        if (Department != "")
            members = members.Where(member => member.Department == Department);
        if (Manager is not null)
            members = members.Where(member => member.Manager == Manager);
        if (JobRole != "")
            members = members.Where(member => member.JobRole == JobRole);
        if (Constituency is not null)
            members = members.Where(member => member.Constituency == Constituency);
        if (PhiExposure is not null)
            members = members.Where(member => member.PhiExposure == PhiExposure);
        return EphiAccess is null ? members : members.Where(member => member.EphiAccess == EphiAccess);
    }
}

/// <summary>In which order members are listed.</summary>
internal enum MemberOrder
{
    Joined,
    Name,
    EmployeeNumber,
}
