using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>A version of a curriculum that was given to its audience.</summary>
internal sealed record Campaign(string Id, string CurriculumId, int Version, string Title, string DueOn);

/// <summary>What Curricula holds.</summary>
internal static class CurriculumShelf
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(CurriculumShelf));

    /// <summary>Every version of every curriculum, oldest first.</summary>
    public static Task<List<CurriculumVersion>> ReadAsync(Stage stage, Persona reader, CancellationToken ct) =>
        stage.Gateway.AllAsync<CurriculumVersion>(reader, Ask["Versions"], null, ct);

    /// <summary>Every campaign, oldest first.</summary>
    public static async Task<List<Campaign>> CampaignsAsync(Stage stage, Persona reader, CancellationToken ct)
    {
        var newestFirst = await stage.Gateway.AllAsync<Campaign>(reader, Ask["Campaigns"], null, ct);
        newestFirst.Reverse();
        return newestFirst;
    }
}
