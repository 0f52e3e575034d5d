using Training.AppHost.Sample.Story;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Who works at the hospital, and what was wrong with HR's file.</summary>
internal sealed record RosterFacts(string Organisation, int Sites, int Active, int OnLeave, int Left, RosterImport FirstImport, int Imports, IReadOnlyList<RosterReject> Rejects)
{
    public static async Task<RosterFacts> ReadAsync(Stage stage, Cast cast)
    {
        var hrSystem = stage.As(People.HrSystem(People.Hospital));
        var organisation = await stage.Services.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hrSystem);
        var imports = await Pages.AllAsync(
            token => stage.Services.Roster.ListRosterImportsAsync(new ListRosterImportsRequest { PageSize = Pages.Largest, PageToken = token }, hrSystem),
            page => page.Imports,
            page => page.NextPageToken);
        var first = imports[^1];
        var rejects = await Pages.AllAsync(
            token => stage.Services.Roster.ListRosterRejectsAsync(
                new ListRosterRejectsRequest { ImportId = first.Id, PageSize = Pages.Largest, PageToken = token }, hrSystem),
            page => page.Rejects,
            page => page.NextPageToken);
        return new RosterFacts(
            organisation.Name, organisation.Sites.Count, Count(MemberStatus.Active), Count(MemberStatus.OnLeave), Count(MemberStatus.Left), first, imports.Count, rejects);

        int Count(MemberStatus status) => cast.Members.Count(member => member.Status == status);
    }
}
