using Training.AppHost.Sample.Story;
using Training.Sanctions.V1;
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
        var scenarios = (await ScenarioShelf.ReadAsync(stage, People.Auditor(organisation))).Scenarios.Count;
        var campaigns = (await CurriculumShelf.CampaignsAsync(stage, People.Auditor(organisation))).Count;
        var cases = await Pages.AllAsync(
            token => stage.Services.Cases.ListCasesAsync(new ListCasesRequest { PageSize = Pages.Largest, PageToken = token }, auditor),
            page => page.Cases,
            page => page.NextPageToken);
        return new Row(name, people, scenarios, campaigns, cases.Count);
    }

    internal sealed record Row(string Organisation, int People, int Scenarios, int Campaigns, int Cases);
}
