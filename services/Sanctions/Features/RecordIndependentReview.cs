using Training.Hosting;

namespace Training.Sanctions;

internal sealed class RecordIndependentReview(CaseDesk desk)
{
    public async Task<Case> Run(CaseId id, long version, bool proceed, string reasons, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        file.RecordReview(step, proceed, reasons);
        return await desk.LayDown(file, reasons, ct);
    }
}
