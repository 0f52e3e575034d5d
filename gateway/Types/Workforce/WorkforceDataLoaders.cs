using GreenDonut;
using HotChocolate.Types.Pagination;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

internal sealed class MemberById(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Member>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Member>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await roster.BatchGetMembersAsync(new V1.BatchGetMembersRequest { MemberIds = { ids } }, cancellationToken: cancellationToken))
            .Members.Select(member => KeyValuePair.Create(member.Id, new Member(member))));
}

internal sealed class MemberByEmployeeNumber(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Member>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Member>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async numbers =>
            (await roster.BatchGetMembersAsync(new V1.BatchGetMembersRequest { EmployeeNumbers = { numbers } }, cancellationToken: cancellationToken))
            .Members.Select(member => KeyValuePair.Create(member.EmployeeNumber, new Member(member))));
}

internal sealed class SiteByCode(V1.Organisations.OrganisationsClient organisations, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Site>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Site>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async codes =>
            (await organisations.BatchGetSitesAsync(new V1.BatchGetSitesRequest { Codes = { codes } }, cancellationToken: cancellationToken))
            .Sites.Select(site => KeyValuePair.Create(site.Code, new Site(site))));
}

internal sealed class RosterImportById(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, RosterImport>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, RosterImport>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await roster.BatchGetRosterImportsAsync(new V1.BatchGetRosterImportsRequest { ImportIds = { ids } }, cancellationToken: cancellationToken))
            .Imports.Select(import => KeyValuePair.Create(import.Id, new RosterImport(import))));
}

/// <summary>Which list of members.</summary>
internal readonly record struct MembersAsked(V1.MembersBy By, V1.MemberFilter? Filter, MemberOrder Order);

/// <summary>Who report to each manager, or work at each site or in each department.</summary>
internal sealed class MembersOf(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<MembersAsked, Member>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<Member> Page)>> ListAsync(string[] of, Slice slice, MembersAsked filter, CancellationToken ct)
    {
        var request = new V1.BatchListMembersRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter.Filter,
            Order = (V1.MemberOrder)filter.Order,
        };
        var ids = filter.By switch
        {
            V1.MembersBy.Manager => request.ManagerIds,
            V1.MembersBy.Site => request.Sites,
            V1.MembersBy.Department => request.Departments,
            _ => throw new InvalidOperationException($"Members are not listed by {filter.By}."),
        };
        ids.AddRange(of);
        return (await roster.BatchListMembersAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Members, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, member => new Member(member))));
    }
}

internal sealed class HistoryOfMember(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<ValueTuple, MemberHistoryEntry>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<MemberHistoryEntry> Page)>> ListAsync(string[] of, Slice slice, ValueTuple filter, CancellationToken ct)
    {
        var request = new V1.BatchListMemberHistoryRequest
        {
            MemberIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
        };
        return (await roster.BatchListMemberHistoryAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Entries, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, entry => new MemberHistoryEntry(entry))));
    }
}

internal sealed class RejectsOfImport(V1.Roster.RosterClient roster, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<ValueTuple, RosterReject>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<RosterReject> Page)>> ListAsync(string[] of, Slice slice, ValueTuple filter, CancellationToken ct)
    {
        var request = new V1.BatchListRosterRejectsRequest
        {
            ImportIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
        };
        return (await roster.BatchListRosterRejectsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Rejects, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, reject => new RosterReject(reject))));
    }
}
