using Training.Hosting;

namespace Training.Sanctions;

internal sealed class DecidePhiImpact(CaseDesk desk, Officers officers)
{
    public async Task<Case> Run(CaseId id, long version, bool involved, string reason, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        file.DecidePhiImpact(step, await officers.Register(ct), involved, reason);
        return await desk.LayDown(file, reason, ct);
    }
}
