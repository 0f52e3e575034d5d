using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Hosting;

namespace Training.AppHost.Sample.Story;

/// <summary>Makes an organisation and its codes.</summary>
internal static class Registration
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(Registration));

    public static async Task RegisterAsync(Stage stage, OrganisationId id, OrganisationFile file, CancellationToken ct)
    {
        var asOperator = People.Operator(id);
        await stage.Gateway.DoAsync<Registered>(asOperator, Ask["RegisterOrganisation"], new { file.Name }, ct);
        var organisation = await stage.Gateway.DoAsync<Registered>(asOperator, Ask["RegisterCodes"], new { file.Sites, file.JobRoles }, ct);
        stage.Progress.Say($"{organisation.Name}: {organisation.Sites.Count} sites, {organisation.JobRoles.Count} job roles");
    }

    private sealed record Registered(string Name, IReadOnlyList<Coded> Sites, IReadOnlyList<Coded> JobRoles);

    private sealed record Coded(string Code);
}
