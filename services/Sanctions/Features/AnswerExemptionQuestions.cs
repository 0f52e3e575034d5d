using Training.Hosting;

namespace Training.Sanctions;

internal sealed class AnswerExemptionQuestions(CaseDesk desk, PolicyShelf shelf, Officers officers)
{
    public async Task<Case> Run(CaseId id, long version, IReadOnlyList<Answer> answers, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        var (_, policy) = await shelf.Version(file.PolicyVersion, ct);
        file.AnswerExemption(step, await officers.Register(ct), policy, answers);
        return await desk.LayDown(file, file.Exemption!.Applies.Count == 0 ? "no exemption applies" : $"exempt by {string.Join("; ", file.Exemption.Applies)}", ct);
    }
}
