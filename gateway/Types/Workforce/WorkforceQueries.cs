using GreenDonut.Data;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Training.Workforce.V1;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

[QueryType]
internal static partial class WorkforceQueries
{
    /// <summary>The organisation that you work for.</summary>
    public static async Task<Organisation?> GetOrganisationAsync(Organisations.OrganisationsClient organisations, CancellationToken ct) =>
        new(await organisations.GetOrganisationAsync(new GetOrganisationRequest(), cancellationToken: ct));

    /// <summary>The organisation's sites, by code.</summary>
    [UsePaging]
    public static async Task<Connection<Site>?> GetSitesAsync(PagingArguments paging, Organisations.OrganisationsClient organisations, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var page = await organisations.ListSitesAsync(
            new ListSitesRequest { PageSize = slice.Size, PageToken = slice.Token, Backwards = slice.Backwards, WithTotal = slice.WithTotal }, cancellationToken: ct);
        return Connections.Of(slice, page.Sites, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, site => new Site(site));
    }

    /// <summary>Every department that a present member works in, by name.</summary>
    [UsePaging]
    public static async Task<Connection<Department>?> GetDepartmentsAsync(PagingArguments paging, Roster.RosterClient roster, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var page = await roster.ListDepartmentsAsync(
            new ListDepartmentsRequest { PageSize = slice.Size, PageToken = slice.Token, Backwards = slice.Backwards, WithTotal = slice.WithTotal }, cancellationToken: ct);
        return Connections.Of(slice, page.Departments, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, department => new Department(department));
    }

    /// <summary>Somebody of the workforce, also of the past.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Member?> GetMemberAsync([ID<Member>] string id, MemberById members, CancellationToken ct) => members.LoadAsync(id, ct);

    /// <summary>Somebody of the workforce by HR's own number.</summary>
    /// <param name="employeeNumber">HR's own number.</param>
    public static Task<Member?> GetMemberByEmployeeNumberAsync(string employeeNumber, MemberByEmployeeNumber members, CancellationToken ct) =>
        members.LoadAsync(employeeNumber, ct);

    /// <summary>The workforce, past members included unless the status says otherwise.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static async Task<Connection<Member>?> GetMembersAsync(
        MemberFilter? where, PagingArguments paging, Roster.RosterClient roster, CancellationToken ct, MemberOrder order = MemberOrder.Joined)
    {
        var slice = Slice.Of(paging);
        var request = new ListMembersRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
            Order = (V1.MemberOrder)order,
        };
        var page = await roster.ListMembersAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Members, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, member => new Member(member));
    }

    /// <summary>Who was added or changed, to keep another system's copy of the workforce up to date.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<MemberChanges?> GetMemberChangesAsync(
        MemberFilter? where, Roster.RosterClient roster, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListMembersRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await roster.ListMembersAsync(request, cancellationToken: ct);
        return new MemberChanges([.. page.Members.Select(member => new Member(member))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }

    /// <summary>Who holds or held the two offices, and who stands in for them; oldest first.</summary>
    [UsePaging]
    public static async Task<Connection<Designation>?> GetDesignationsAsync(PagingArguments paging, OfficerRegister.OfficerRegisterClient officers, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var page = await officers.ListDesignationsAsync(
            new ListDesignationsRequest { PageSize = slice.Size, PageToken = slice.Token, Backwards = slice.Backwards, WithTotal = slice.WithTotal }, cancellationToken: ct);
        return Connections.Of(slice, page.Designations, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, designation => new Designation(designation));
    }

    /// <summary>An imported roster file.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<RosterImport?> GetRosterImportAsync([ID<RosterImport>] string id, RosterImportById imports, CancellationToken ct) => imports.LoadAsync(id, ct);

    /// <summary>The roster files that were imported, newest first.</summary>
    [UsePaging]
    public static async Task<Connection<RosterImport>?> GetRosterImportsAsync(PagingArguments paging, Roster.RosterClient roster, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var page = await roster.ListRosterImportsAsync(
            new ListRosterImportsRequest { PageSize = slice.Size, PageToken = slice.Token, Backwards = slice.Backwards, WithTotal = slice.WithTotal }, cancellationToken: ct);
        return Connections.Of(slice, page.Imports, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, import => new RosterImport(import));
    }
}

/// <summary>Members who were added or changed.</summary>
internal sealed class MemberChanges(IReadOnlyList<Member> items, string changedUntil, bool hasMore) : Changes<Member>(items, changedUntil, hasMore);
