using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Workforce;

internal sealed class OfficerRegisterService(DesignateOfficer designate, EndDesignation end, DesignationReader reader) : OfficerRegister.OfficerRegisterBase
{
    public override async Task<V1.Designation> DesignateOfficer(DesignateOfficerRequest request, ServerCallContext context) =>
        (await designate.Run(
            request.Office.ToOffice(), TypedId.Parse<MemberId>("member_id", request.MemberId), request.Deputy,
            PeopleMessages.ParseDate("from", request.From), context.CancellationToken)).ToMessage();

    public override async Task<V1.Designation> EndDesignation(EndDesignationRequest request, ServerCallContext context) =>
        (await end.Run(
            TypedId.Parse<DesignationId>("id", request.Id), PeopleMessages.ParseDate("until", request.Until), context.CancellationToken)).ToMessage();

    public override async Task<ListDesignationsResponse> ListDesignations(ListDesignationsRequest request, ServerCallContext context)
    {
        var page = await reader.Page(PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListDesignationsResponse { Designations = { page.Rows.Select(one => one.ToMessage()) } });
    }
}
