using Training.Hosting;

namespace Training.Sanctions;

internal sealed class ProposeSanction(CaseDesk desk, PolicyShelf shelf, Officers officers, EarlierViolations earlier)
{
    public async Task<Case> Run(CaseId id, long version, Office office, SanctionDraft draft, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        var (_, policy) = await shelf.Version(file.PolicyVersion, ct);
        file.Propose(step, office, await officers.Register(ct), draft, policy, await earlier.Count(file, policy, ct));
        return await desk.LayDown(file, draft.Finding, ct);
    }
}
