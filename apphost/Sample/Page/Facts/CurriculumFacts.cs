using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.Story;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The curriculum in force, and who signed it.</summary>
internal sealed record CurriculumFacts(CurriculumVersion Version, IReadOnlyList<CurriculumFacts.Signer> Signers)
{
    public static async Task<CurriculumFacts?> ReadAsync(Stage stage, Cast cast)
    {
        var code = CurriculumFile.Read(stage.Files).Code;
        var versions = await CurriculumShelf.ReadAsync(stage, People.Auditor(People.Hospital));
        return versions.LastOrDefault(version => version.State == CurriculumState.Published && version.Content.Code == code) is { } inForce
            ? new CurriculumFacts(inForce, [.. inForce.Signatures.Select(signature => new Signer(signature.Office, cast.NameOf(signature.MemberId), signature.Signed.ToDateTime()))])
            : null;
    }

    internal sealed record Signer(Office Office, string Name, DateTime Signed);
}
