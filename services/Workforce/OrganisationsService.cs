using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Workforce;

internal sealed class OrganisationsService(RegisterOrganisation register, RegisterCodes registerCodes, OrganisationReader reader, SiteReader sites)
    : Organisations.OrganisationsBase
{
    public override async Task<Organisation> RegisterOrganisation(RegisterOrganisationRequest request, ServerCallContext context) =>
        (await register.Run(request.Name, request.LeaversLimitPercent, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<Organisation> GetOrganisation(GetOrganisationRequest request, ServerCallContext context) =>
        (await reader.Read(context.CancellationToken)).ToMessage();

    public override async Task<Organisation> RegisterCodes(RegisterCodesRequest request, ServerCallContext context) =>
        (await registerCodes.Run(
            [.. request.Sites.Select(site => site.ToRegister())], [.. request.JobRoles.Select(role => role.ToRegister())],
            context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<ListSitesResponse> ListSites(ListSitesRequest request, ServerCallContext context)
    {
        var page = await sites.Page(PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListSitesResponse { Sites = { page.Rows.Select(site => site.ToMessage()) } });
    }

    public override async Task<BatchGetSitesResponse> BatchGetSites(BatchGetSitesRequest request, ServerCallContext context) =>
        new() { Sites = { (await sites.Some(request.Codes, context.CancellationToken)).Select(site => site.ToMessage()) } };
}
