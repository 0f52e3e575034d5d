using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Who works at the hospital, what HR's files changed, and what was wrong with them: of each file the first lines that were refused.</summary>
internal sealed record RosterFacts(
    string Organisation, int Sites, int Active, int OnLeave, int Left, int Refused, IReadOnlyList<RosterFacts.Import> Imports, IReadOnlyList<(string File, RosterFacts.Reject Reject)> Rejects)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(RosterFacts));

    public static async Task<RosterFacts> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var hrSystem = People.HrSystem(People.Hospital);
        var organisation = await stage.Gateway.AskAsync<Named>(hrSystem, Ask["Organisation"], null, ct);
        var imports = await stage.Gateway.AllAsync<Import>(hrSystem, Ask["Imports"], null, ct);
        imports.Reverse();
        var once = imports.DistinctBy(import => import.FileHash).ToList();
        return new RosterFacts(
            organisation.Name,
            organisation.Sites.Count,
            Count(MemberStatus.Active),
            Count(MemberStatus.OnLeave),
            Count(MemberStatus.Left),
            once.Sum(import => import.Counts.Rejected),
            imports,
            [.. once.SelectMany(import => import.Rejects.Nodes.Select(reject => (import.FileName, reject)))]);

        int Count(MemberStatus status) => cast.Members.Count(member => member.Status == status);
    }

    internal sealed record Import(string FileName, string FileHash, RosterCounts Counts, Connection<Reject> Rejects);

    internal sealed record Reject(int Line, string? Column, string Reason);

    private sealed record Named(string Name, IReadOnlyList<Site> Sites);

    private sealed record Site(string Code);
}
