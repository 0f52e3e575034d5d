using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class ExecuteSanction(CaseDesk desk)
{
    public async Task<Case> Run(CaseId id, long version, LocalDate on, string reference, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        file.Execute(step, on, reference);
        return await desk.LayDown(file, reference, ct);
    }
}
