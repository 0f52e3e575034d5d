using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Workforce;

internal sealed class RosterService(
    PreviewRoster preview, ImportRoster import, RosterImportReader imports, MemberReader members, DepartmentReader departments, TimeProvider clock) : Roster.RosterBase
{
    public override async Task<RosterPreview> PreviewRoster(IAsyncStreamReader<RosterChunk> requestStream, ServerCallContext context)
    {
        await using var upload = new RosterUpload(requestStream, context.CancellationToken);
        var heading = (await upload.ReadHeaderAsync()).ToHeading(clock);
        return (await preview.Run(upload, heading, context.GetCaller(), context.CancellationToken)).ToMessage();
    }

    public override async Task<V1.RosterImport> ImportRoster(IAsyncStreamReader<RosterChunk> requestStream, ServerCallContext context)
    {
        await using var upload = new RosterUpload(requestStream, context.CancellationToken);
        var heading = (await upload.ReadHeaderAsync()).ToHeading(clock);
        return (await import.Run(upload, heading, context.GetCaller(), context.CancellationToken)).ToMessage();
    }

    public override async Task<V1.RosterImport> GetRosterImport(GetRosterImportRequest request, ServerCallContext context) =>
        (await imports.One(TypedId.Parse<RosterImportId>("id", request.Id), context.CancellationToken)).ToMessage();

    public override async Task<BatchGetRosterImportsResponse> BatchGetRosterImports(BatchGetRosterImportsRequest request, ServerCallContext context) =>
        new() { Imports = { (await imports.Some(ImportIds(request.ImportIds), context.CancellationToken)).Select(one => one.ToMessage()) } };

    public override async Task<ListRosterImportsResponse> ListRosterImports(ListRosterImportsRequest request, ServerCallContext context)
    {
        var page = await imports.Page(PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListRosterImportsResponse { Imports = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<ListRosterRejectsResponse> ListRosterRejects(ListRosterRejectsRequest request, ServerCallContext context)
    {
        var page = await imports.Rejects(TypedId.Parse<RosterImportId>("import_id", request.ImportId), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListRosterRejectsResponse { Rejects = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<BatchListRosterRejectsResponse> BatchListRosterRejects(BatchListRosterRejectsRequest request, ServerCallContext context)
    {
        var lists = await imports.Rejects(ImportIds(request.ImportIds), PageAsk.Of(request), context.CancellationToken);
        return new() { Lists = { lists.Select(list => list.Page.Tell(new RosterRejectsOf { Of = list.Of.ToString(), Rejects = { list.Page.Rows.Select(one => one.ToMessage()) } })) } };
    }

    public override async Task<V1.Member> GetMember(GetMemberRequest request, ServerCallContext context) =>
        (await (request.WhoCase == GetMemberRequest.WhoOneofCase.EmployeeNumber
            ? members.One(request.EmployeeNumber, context.CancellationToken)
            : members.One(TypedId.Parse<MemberId>("id", request.Id), context.CancellationToken))).ToMessage();

    public override async Task<BatchGetMembersResponse> BatchGetMembers(BatchGetMembersRequest request, ServerCallContext context) => new()
    {
        Members =
        {
            (await members.Some(MemberIds("member_ids", request.MemberIds), request.EmployeeNumbers, context.CancellationToken)).Select(one => one.ToMessage()),
        },
    };

    public override async Task<ListMembersResponse> ListMembers(ListMembersRequest request, ServerCallContext context)
    {
        var page = await members.Page(request.ToFilter(), request.Order.ToOrder(), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListMembersResponse { Members = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<BatchListMembersResponse> BatchListMembers(BatchListMembersRequest request, ServerCallContext context)
    {
        var (filter, order, ask, ct) = (request.Filter.ToFilter(), request.Order.ToOrder(), PageAsk.Of(request), context.CancellationToken);
        ListReader.SizeOfEach(ask, request.ManagerIds.Count + request.Sites.Count + request.Departments.Count);
        var ofManagers = await members.Reports(MemberIds("manager_ids", request.ManagerIds), filter, order, ask, ct);
        var atSites = await members.AtSites(request.Sites, filter, order, ask, ct);
        var inDepartments = await members.InDepartments(request.Departments, filter, order, ask, ct);
        return new BatchListMembersResponse
        {
            Lists =
            {
                ofManagers.Select(list => list.Page.ToMessage(MembersBy.Manager, list.Of.ToString())),
                atSites.Select(list => list.Page.ToMessage(MembersBy.Site, list.Of)),
                inDepartments.Select(list => list.Page.ToMessage(MembersBy.Department, list.Of)),
            },
        };
    }

    public override async Task<ListMemberHistoryResponse> ListMemberHistory(ListMemberHistoryRequest request, ServerCallContext context)
    {
        var page = await members.History(TypedId.Parse<MemberId>("member_id", request.MemberId), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListMemberHistoryResponse { Entries = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<BatchListMemberHistoryResponse> BatchListMemberHistory(BatchListMemberHistoryRequest request, ServerCallContext context)
    {
        var lists = await members.Histories(MemberIds("member_ids", request.MemberIds), PageAsk.Of(request), context.CancellationToken);
        return new() { Lists = { lists.Select(list => list.Page.Tell(new MemberHistoryOf { Of = list.Of.ToString(), Entries = { list.Page.Rows.Select(one => one.ToMessage()) } })) } };
    }

    public override async Task<ListDepartmentsResponse> ListDepartments(ListDepartmentsRequest request, ServerCallContext context)
    {
        var page = await departments.Page(PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListDepartmentsResponse { Departments = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<BatchGetDepartmentsResponse> BatchGetDepartments(BatchGetDepartmentsRequest request, ServerCallContext context) =>
        new() { Departments = { (await departments.Some(request.Names, context.CancellationToken)).Select(one => one.ToMessage()) } };

    private static HashSet<MemberId> MemberIds(string field, IEnumerable<string> ids) => [.. ids.Select(id => TypedId.Parse<MemberId>(field, id))];

    private static HashSet<RosterImportId> ImportIds(IEnumerable<string> ids) => [.. ids.Select(id => TypedId.Parse<RosterImportId>("import_ids", id))];
}
