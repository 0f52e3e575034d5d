using Training.Hosting;

namespace Training.Sanctions;

internal sealed class SignClosure(CaseDesk desk, Officers officers)
{
    public Task<Case> Technical(CaseId id, long version, string note, Caller caller, CancellationToken ct) =>
        Run(id, version, note, caller, (file, step, register) => file.SignTechnicalClosure(step, register, note), ct);

    public Task<Case> Compliance(CaseId id, long version, string note, Caller caller, CancellationToken ct) =>
        Run(id, version, note, caller, (file, step, register) => file.SignComplianceClosure(step, register, note), ct);

    private async Task<Case> Run(CaseId id, long version, string note, Caller caller, Action<Case, Step, OfficerRegister> sign, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        sign(file, step, await officers.Register(ct));
        return await desk.LayDown(file, note, ct);
    }
}
