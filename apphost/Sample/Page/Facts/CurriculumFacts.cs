using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The curriculum in force, and who signed it.</summary>
internal sealed record CurriculumFacts(int Version, string Title, IReadOnlyList<CurriculumFacts.Item> Items, string ContentHash, IReadOnlyList<CurriculumFacts.Signature> Signatures)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(CurriculumFacts));

    public static async Task<CurriculumFacts?> ReadAsync(Stage stage, CancellationToken ct)
    {
        var code = CurriculumFile.Read(stage.Files).Code;
        return (await stage.Gateway.AskAsync<Connection<CurriculumFacts>>(People.Auditor(People.Hospital), Ask["InForce"], new { code }, ct)).Nodes.LastOrDefault();
    }

    internal sealed record Item(string ScenarioId);

    internal sealed record Signature(Office Office, DateTimeOffset Signed, Signer? Member);

    internal sealed record Signer(string GivenName, string FamilyName);
}
