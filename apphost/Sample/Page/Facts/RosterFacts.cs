using Training.AppHost.Sample.Story;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Who works at the hospital, what HR's files changed, and what was wrong with them.</summary>
internal sealed record RosterFacts(
    string Organisation, int Sites, int Active, int OnLeave, int Left, IReadOnlyList<RosterImport> Imports, IReadOnlyList<(string File, RosterReject Reject)> Rejects)
{
    public static async Task<RosterFacts> ReadAsync(Stage stage, Cast cast)
    {
        var hrSystem = stage.As(People.HrSystem(People.Hospital));
        var organisation = await stage.Services.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hrSystem);
        var imports = await Pages.AllAsync(
            token => stage.Services.Roster.ListRosterImportsAsync(new ListRosterImportsRequest { PageSize = Pages.Largest, PageToken = token }, hrSystem),
            page => page.Imports,
            page => page.NextPageToken);
        imports.Reverse();
        var rejects = new List<(string, RosterReject)>();
        foreach (var import in imports.DistinctBy(import => import.FileHash).Where(import => import.Counts.Rejected > 0))
        {
            var ofIt = await Pages.AllAsync(
                token => stage.Services.Roster.ListRosterRejectsAsync(new ListRosterRejectsRequest { ImportId = import.Id, PageSize = Pages.Largest, PageToken = token }, hrSystem),
                page => page.Rejects,
                page => page.NextPageToken);
            rejects.AddRange(ofIt.Select(reject => (import.FileName, reject)));
        }

        return new RosterFacts(organisation.Name, organisation.Sites.Count, Count(MemberStatus.Active), Count(MemberStatus.OnLeave), Count(MemberStatus.Left), imports, rejects);

        int Count(MemberStatus status) => cast.Members.Count(member => member.Status == status);
    }
}
