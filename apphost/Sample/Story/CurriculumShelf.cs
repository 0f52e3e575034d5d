using Training.Curricula.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>What Curricula holds.</summary>
internal static class CurriculumShelf
{
    /// <summary>Every version of every curriculum, oldest first.</summary>
    public static Task<List<CurriculumVersion>> ReadAsync(Stage stage, Persona reader)
    {
        var metadata = stage.As(reader);
        return Pages.AllAsync(
            token => stage.Services.Curricula.ListCurriculaAsync(new ListCurriculaRequest { PageSize = Pages.Largest, PageToken = token }, metadata),
            page => page.Versions,
            page => page.NextPageToken);
    }

    /// <summary>Every campaign, oldest first.</summary>
    public static async Task<List<Campaign>> CampaignsAsync(Stage stage, Persona reader)
    {
        var metadata = stage.As(reader);
        var newestFirst = await Pages.AllAsync(
            token => stage.Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest { PageSize = Pages.Largest, PageToken = token }, metadata),
            page => page.Campaigns,
            page => page.NextPageToken);
        newestFirst.Reverse();
        return newestFirst;
    }
}
