using Training.AppHost.Sample.Content;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>Makes an organisation and its codes.</summary>
internal static class Registration
{
    private const string Step = "register";

    public static async Task RegisterAsync(Stage stage, OrganisationId id, OrganisationFile file, CancellationToken ct)
    {
        var asOperator = People.Operator(id);
        var register = new RegisterOrganisationRequest { Name = file.Name };
        await stage.Services.Organisations.RegisterOrganisationAsync(
            register, stage.As(asOperator, IdempotencyKey.Of(Step, "organisation", register)), cancellationToken: ct);
        var codes = new RegisterCodesRequest
        {
            Sites = { file.Sites.Select(site => new Site { Code = site.Code, Name = site.Name, TimeZone = site.TimeZone }) },
            JobRoles = { file.JobRoles.Select(role => new JobRole { Code = role.Code, Title = role.Title }) },
        };
        var organisation = await stage.Services.Organisations.RegisterCodesAsync(
            codes, stage.As(asOperator, IdempotencyKey.Of(Step, "codes", codes)), cancellationToken: ct);
        stage.Progress.Say($"{organisation.Name}: {organisation.Sites.Count} sites, {organisation.JobRoles.Count} job roles");
    }
}
