using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

[ObjectType<Member>]
internal static partial class MemberNode
{
    [NodeResolver]
    public static Task<Member?> GetMemberAsync(string id, MemberById members, CancellationToken ct) => members.LoadAsync(id, ct);

    /// <summary>Whom they report to; none at the top.</summary>
    public static async Task<Member?> GetManagerAsync([Parent] Member member, MemberById members, CancellationToken ct) =>
        member.ManagerId is { } manager ? await members.LoadAsync(manager, ct) : null;

    /// <summary>Who report to them.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Member>?> GetReportsAsync(
        [Parent] Member member, MemberFilter? where, PagingArguments paging, MembersOf members, CancellationToken ct, MemberOrder order = MemberOrder.Joined) =>
        members.PageAsync(member.Id, Slice.Of(paging), new MembersAsked(V1.MembersBy.Manager, where?.ToMessage(), order), ct);

    /// <summary>Where they work.</summary>
    public static Task<Site?> GetSiteAsync([Parent] Member member, SiteByCode sites, CancellationToken ct) => sites.LoadAsync(member.SiteCode, ct);

    /// <summary>Everything that was ever recorded of them, oldest first.</summary>
    [UsePaging]
    public static Task<Connection<MemberHistoryEntry>?> GetHistoryAsync(
        [Parent] Member member, PagingArguments paging, HistoryOfMember history, CancellationToken ct) =>
        history.PageAsync(member.Id, Slice.Of(paging), default, ct);
}
