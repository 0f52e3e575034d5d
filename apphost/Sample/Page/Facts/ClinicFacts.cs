using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The same questions asked for the hospital and for the clinic: neither sees the other.</summary>
internal sealed record ClinicFacts(IReadOnlyList<ClinicFacts.Sizes> Organisations)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(ClinicFacts));

    public static async Task<ClinicFacts> ReadAsync(Stage stage, CancellationToken ct) => new(await Task.WhenAll(
        new[] { People.Hospital, People.Clinic }.Select(organisation => stage.Gateway.AskAsync<Sizes>(People.Auditor(organisation), Ask["Sizes"], null, ct))));

    internal sealed record Sizes(Named Organisation, Counted Members, Counted Scenarios, Counted Campaigns, Counted Cases);

    internal sealed record Named(string Name);

    internal sealed record Counted(int TotalCount);
}
