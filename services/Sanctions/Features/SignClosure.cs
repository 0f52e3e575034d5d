using Training.Hosting;

namespace Training.Sanctions;

internal sealed class SignClosure(CaseDesk desk)
{
    public Task<Case> Technical(CaseId id, long version, string note, Caller caller, CancellationToken ct) =>
        Run(id, version, note, caller, (file, step) => file.SignTechnicalClosure(step, note), ct);

    public Task<Case> Compliance(CaseId id, long version, string note, Caller caller, CancellationToken ct) =>
        Run(id, version, note, caller, (file, step) => file.SignComplianceClosure(step, note), ct);

    private async Task<Case> Run(CaseId id, long version, string note, Caller caller, Action<Case, Step> sign, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        sign(file, step);
        return await desk.LayDown(file, note, ct);
    }
}
