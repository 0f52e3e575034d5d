using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

[ObjectType<Site>]
internal static partial class SiteNode
{
    /// <summary>Who work there.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Member>?> GetMembersAsync(
        [Parent] Site site, MemberFilter? where, PagingArguments paging, MembersOf members, CancellationToken ct, MemberOrder order = MemberOrder.Joined) =>
        members.PageAsync(site.Code, Slice.Of(paging), new MembersAsked(V1.MembersBy.Site, where?.ToMessage(), order), ct);
}

[ObjectType<Department>]
internal static partial class DepartmentNode
{
    /// <summary>Who work there.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Member>?> GetMembersAsync(
        [Parent] Department department, MemberFilter? where, PagingArguments paging, MembersOf members, CancellationToken ct, MemberOrder order = MemberOrder.Joined) =>
        members.PageAsync(department.Name, Slice.Of(paging), new MembersAsked(V1.MembersBy.Department, where?.ToMessage(), order), ct);
}
