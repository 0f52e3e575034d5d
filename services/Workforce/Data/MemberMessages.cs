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
        return Set("status", request.Status) is { } status ? filter with { Status = (MemberStatus)status } : filter;
    }

    public static MemberFilter ToFilter(this V1.MemberFilter? filter) => filter is null ? new MemberFilter() : new MemberFilter(
        (MemberStatus?)Set("filter.status", filter.Status),
        filter.Site,
        filter.Department,
        filter.ManagerId == "" ? null : TypedId.Parse<MemberId>("filter.manager_id", filter.ManagerId),
        filter.JobRole,
        (Constituency?)Set("filter.constituency", filter.Constituency),
        (PhiExposure?)Set("filter.phi_exposure", filter.PhiExposure),
        filter.HasEphiAccess ? filter.EphiAccess : null);

    public static MemberOrder ToOrder(this V1.MemberOrder order) => order switch
    {
        V1.MemberOrder.Unspecified => MemberOrder.Joined,
        V1.MemberOrder.Name => MemberOrder.Name,
        V1.MemberOrder.EmployeeNumber => MemberOrder.EmployeeNumber,
        _ => throw new MemberOrderUnknown(),
    };

    // The first value of an enumeration of the contract is "not given".
    private static T? Set<T>(string field, T value) where T : struct, Enum =>
        !Enum.IsDefined(value) ? throw new FilterValueUnknown(field) : EqualityComparer<T>.Default.Equals(value, default) ? null : value;
}
