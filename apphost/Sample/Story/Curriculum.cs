using System.Text.Json;
using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>What a curriculum teaches to whom, as it is proposed and as it is read back.</summary>
internal record CurriculumContent(
    string Code, string Title, IReadOnlyList<CurriculumItem> Items, Audience Audience, int EveryMonths, IReadOnlyList<Citation> Citations)
{
    public bool SaysTheSameAs(CurriculumContent other) => Text(this) == Text(other);

    private static string Text(CurriculumContent content) => JsonSerializer.Serialize(content, Json.Options);
}

/// <summary>A version of it.</summary>
internal sealed record CurriculumVersion(
    string CurriculumId, int Version, CurriculumState State, string Code, string Title, IReadOnlyList<CurriculumItem> Items, Audience Audience, int EveryMonths,
    IReadOnlyList<Citation> Citations, string ContentHash, DateTimeOffset? Published)
    : CurriculumContent(Code, Title, Items, Audience, EveryMonths, Citations);

internal sealed record CurriculumItem(string ScenarioId, Strand Strand);

internal sealed record Audience(
    IReadOnlyList<PhiExposure> PhiExposures, IReadOnlyList<Constituency> Constituencies, IReadOnlyList<string> JobRoles, IReadOnlyList<string> Sites, bool EphiAccessOnly)
{
    /// <summary>Whether it means them, so that the story knows how many assignments to wait for.</summary>
    public bool Includes(Member member) =>
        member.Status != MemberStatus.Left
        && Any(PhiExposures, member.PhiExposure)
        && Any(Constituencies, member.Constituency)
        && Any(JobRoles, member.JobRole)
        && Any(Sites, member.SiteCode)
        && (!EphiAccessOnly || member.EphiAccess);

    private static bool Any<T>(IReadOnlyCollection<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);
}

internal sealed record Citation(string Source, string Text, CitationStatus Status, string? Edition);

internal enum CurriculumState
{
    Proposed,
    Published,
    Declined,
    Superseded,
}

internal enum Strand
{
    Privacy,
    Security,
    Crossover,
}

internal enum CitationStatus
{
    Verified,
    Partly,
    Policy,
}
