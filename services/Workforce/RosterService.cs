using Grpc.Core;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.Workforce;

internal sealed class RosterService(PreviewRoster preview, ImportRoster import, RosterImportReader imports, MemberReader members, TimeProvider clock) : Roster.RosterBase
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

    public override async Task<ListRosterImportsResponse> ListRosterImports(ListRosterImportsRequest request, ServerCallContext context)
    {
        var (page, next) = await imports.Page(request.PageSize, request.PageToken, context.CancellationToken);
        return new ListRosterImportsResponse { Imports = { page.Select(one => one.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<ListRosterRejectsResponse> ListRosterRejects(ListRosterRejectsRequest request, ServerCallContext context)
    {
        var (page, next) = await imports.Rejects(
            TypedId.Parse<RosterImportId>("import_id", request.ImportId), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListRosterRejectsResponse { Rejects = { page.Select(one => one.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<V1.Member> GetMember(GetMemberRequest request, ServerCallContext context)
    {
        var member = await (request.WhoCase == GetMemberRequest.WhoOneofCase.EmployeeNumber
            ? members.One(request.EmployeeNumber, context.CancellationToken)
            : members.One(TypedId.Parse<MemberId>("id", request.Id), context.CancellationToken));
        return member.ToMessage(member.Id);
    }

    public override async Task<ListMembersResponse> ListMembers(ListMembersRequest request, ServerCallContext context)
    {
        MemberStatus? status = request.Status == V1.MemberStatus.Unspecified ? null : (MemberStatus)request.Status;
        var (page, next) = await members.Page(status, request.PageSize, request.PageToken, context.CancellationToken);
        return new ListMembersResponse { Members = { page.Select(one => one.ToMessage(one.Id)) }, NextPageToken = next };
    }

    public override async Task<ListMemberHistoryResponse> ListMemberHistory(ListMemberHistoryRequest request, ServerCallContext context)
    {
        var (page, next) = await members.History(
            TypedId.Parse<MemberId>("member_id", request.MemberId), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListMemberHistoryResponse { Entries = { page.Select(one => one.ToMessage()) }, NextPageToken = next };
    }
}
