using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class ProposeSanction(SanctionsDb db, CaseDesk desk, PolicyShelf shelf, Officers officers)
{
    public async Task<Case> Run(CaseId id, long version, Office office, SanctionDraft draft, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        var (_, policy) = await shelf.Version(file.PolicyVersion, ct);
        file.Propose(step, office, await officers.Register(ct), draft, policy, await EarlierViolations(file, policy, ct));
        return await desk.LayDown(file, draft.Finding, ct);
    }

    private Task<int> EarlierViolations(Case file, SanctionPolicy policy, CancellationToken ct)
    {
        var from = file.Happened.AddMonths(-policy.LookBackMonths);
        return db.Cases.CountAsync(other => other.Subject == file.Subject && other.SignedLevel > 0 && other.Happened >= from && other.Happened < file.Happened, ct);
    }
}
