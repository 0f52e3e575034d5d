using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>Members, and what is asked of their lists, as the contract tells them.</summary>
internal static class MemberMessages
{
    public static V1.Member ToMessage(this Member member) => member.ToMessage(member.Id);

    public static MembersOf ToMessage(this Page<Member> page, MembersBy by, string of) =>
        page.Tell(new MembersOf { Of = of, By = by, Members = { page.Rows.Select(ToMessage) } });

    public static V1.Department ToMessage(this Department department) => new() { Name = department.Name, Members = department.Members };

    /// <summary>The request's own status is older than its filter; either may be set.</summary>
    public static MemberFilter ToFilter(this ListMembersRequest request)
    {
        var filter = request.Filter.ToFilter();
        return request.Status == V1.MemberStatus.Unspecified ? filter : filter with { Status = (MemberStatus)request.Status };
    }

    public static MemberFilter ToFilter(this V1.MemberFilter? filter) => filter is null ? new MemberFilter() : new MemberFilter(
        filter.Status == V1.MemberStatus.Unspecified ? null : (MemberStatus)filter.Status,
        filter.Site,
        filter.Department,
        filter.ManagerId == "" ? null : TypedId.Parse<MemberId>("filter.manager_id", filter.ManagerId),
        filter.JobRole,
        filter.Constituency == V1.Constituency.Unspecified ? null : (Constituency)filter.Constituency,
        filter.PhiExposure == V1.PhiExposure.Unspecified ? null : (PhiExposure)filter.PhiExposure,
        filter.HasEphiAccess ? filter.EphiAccess : null);

    public static MemberOrder ToOrder(this V1.MemberOrder order) => order switch
    {
        V1.MemberOrder.Unspecified => MemberOrder.Joined,
        V1.MemberOrder.Name => MemberOrder.Name,
        V1.MemberOrder.EmployeeNumber => MemberOrder.EmployeeNumber,
        _ => throw new MemberOrderUnknown(),
    };
}
