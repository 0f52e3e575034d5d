using Training.AppHost.Sample.Story;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The same questions asked for the clinic and for the hospital: neither sees the other.</summary>
internal sealed record ClinicFacts(IReadOnlyList<ClinicFacts.Row> Rows)
{
    public static async Task<ClinicFacts> ReadAsync(Stage stage) =>
        new([await RowAsync(stage, People.Hospital), await RowAsync(stage, People.Clinic)]);

    private static async Task<Row> RowAsync(Stage stage, Hosting.OrganisationId organisation)
    {
        var hrSystem = stage.As(People.HrSystem(organisation));
        var auditor = stage.As(People.Auditor(organisation));
        var name = (await stage.Services.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hrSystem)).Name;
        var people = (await Cast.ReadAsync(stage, organisation)).Members.Count;
        var scenarios = await stage.Services.Scenarios.ListScenariosAsync(new ListScenariosRequest { PageSize = Pages.Largest }, auditor);
        var campaigns = await stage.Services.Campaigns.ListCampaignsAsync(new Curricula.V1.ListCampaignsRequest { PageSize = Pages.Largest }, auditor);
        var cases = await stage.Services.Cases.ListCasesAsync(new ListCasesRequest { PageSize = Pages.Largest }, auditor);
        return new Row(name, people, scenarios.Scenarios.Count, campaigns.Campaigns.Count, cases.Cases.Count);
    }

    internal sealed record Row(string Organisation, int People, int Scenarios, int Campaigns, int Cases);
}
