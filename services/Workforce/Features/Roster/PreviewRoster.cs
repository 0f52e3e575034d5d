using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>What an import would do, with the first changes in full.</summary>
internal sealed record RosterForecast(RosterOutcome Outcome, byte[] FileHash, bool LeaversNeedConfirmation, IReadOnlyList<ChangeTold> Changes);

internal sealed class PreviewRoster(WorkforceDb db, OrganisationReader organisations, RosterState roster)
{
    private const int MostShown = 500;

    public async Task<RosterForecast> Run(RosterUpload upload, RosterHeading heading, Caller caller, CancellationToken ct)
    {
        var file = await roster.ReadFile(upload, heading, ct);
        var outcome = await roster.Compare(file, heading, caller, ct);
        var organisation = (await organisations.Read(ct)).Organisation;
        var shown = outcome.Changes.Take(MostShown).ToList();
        var numbers = await ManagerNumbers(shown, outcome, ct);
        return new RosterForecast(
            outcome with { Rejects = [.. outcome.Rejects.Take(MostShown)] },
            file.Hash,
            organisation.MustConfirm(outcome.Counts.Left, outcome.Present),
            [.. shown.Select(change => ChangeTold.Of(change, numbers))]);
    }

    private async Task<Dictionary<MemberId, string>> ManagerNumbers(List<MemberChange> shown, RosterOutcome outcome, CancellationToken ct)
    {
        var managers = shown.SelectMany(change => (MemberId?[])[change.Before?.Manager, change.After.Manager]).OfType<MemberId>().Distinct().ToList();
        var numbers = await db.Members.Where(member => EF.Parameter(managers).Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.EmployeeNumber, ct);
        foreach (var added in outcome.Changes.Where(change => change.Kind == ChangeKind.Added))
            numbers.TryAdd(added.After.Id, added.After.EmployeeNumber);
        return numbers;
    }
}
