using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Training.Hosting;

namespace Training.Workforce;

internal sealed class ImportRoster(WorkforceDb db, RosterState roster, MemberWriter members, RegisterWriter register, TimeProvider clock, ILogger<ImportRoster> log)
{
    public async Task<RosterImport> Run(RosterUpload upload, RosterHeading heading, Caller caller, CancellationToken ct)
    {
        // The whole file first: nobody waits for a slow sender's transaction.
        var file = await roster.ReadFile(upload, heading, ct);
        var organisation = await db.TakeOrganisationAsync(ct);
        organisation.TakeRoster(heading.EffectiveOn);
        var outcome = await roster.Compare(file, heading, caller, ct);
        var leavers = outcome.Counts.Left;
        if (organisation.MustConfirm(leavers, outcome.Present) && heading.ConfirmedLeavers != leavers)
            throw new LeaversNotConfirmed(leavers, outcome.Present, organisation.LeaversLimitPercent);

        var id = TypedId.New<RosterImportId>(clock);
        var import = RosterImport.Of(caller.Organisation, id, heading, file.Hash, outcome.Counts, clock.GetUtcNow());
        await members.Write(outcome.Changes, id, ct);
        await EndDesignations(organisation, outcome, ct);
        await db.InsertRowsAsync([.. outcome.Rejects.Select(reject => reject with { Organisation = caller.Organisation, Import = id })], ct);
        db.Add(import);
        db.Note($"RosterImport/{id}", heading.FileName);
        await db.SaveChangesAsync(ct);
        log.RosterImported(id, outcome.Counts);
        return import;
    }

    private async Task EndDesignations(RegisteredOrganisation organisation, RosterOutcome outcome, CancellationToken ct)
    {
        var leftOn = outcome.Changes.Where(change => change.Kind == ChangeKind.Left).ToDictionary(change => change.After.Id, change => change.After.LeftOn!.Value);
        if (leftOn.Count == 0)
            return;
        var designations = await db.Designations.ToListAsync(ct);
        if (designations.Count(designation => leftOn.TryGetValue(designation.Member, out var day) && designation.EndWithEmployment(day)) > 0)
            register.Publish(organisation, designations);
    }
}
