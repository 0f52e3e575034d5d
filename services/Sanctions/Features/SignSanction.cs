using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Training.Hosting;
using Training.Sanctions.V1;

namespace Training.Sanctions;

internal sealed class SignSanction(
    SanctionsDb db, CaseDesk desk, PolicyShelf shelf, Officers officers, EarlierViolations earlier, TrainingRecords records, TimeProvider clock)
{
    public async Task<Case> Run(CaseId id, long version, Office office, ReadOnlyMemory<byte> documentHash, Caller caller, CancellationToken ct)
    {
        var (file, step) = await desk.TakeUp(id, version, caller, ct);
        await HoldSubject(file, ct);
        var (_, policy) = await shelf.Version(file.PolicyVersion, ct);
        var (register, count) = (await officers.Register(ct), await earlier.Count(file, policy, ct));
        file.Sign(step, office, register, documentHash.Span, count);
        if (file.Proposal!.IsSanction)
            Substantiate(file, step);
        if (file.Proposal.Draft.RemedialDueOn is { } due)
            await OrderRemediation(file, policy.Violation(file.ViolationCode), due, step, ct);
        else
            file.GoWithoutRemediation("The signed document orders none.");
        return await desk.LayDown(file, file.Proposal.Draft.Finding, ct);
    }

    // What is told of the person, or signed about them, at the same time waits: it must neither be missed nor counted on before it is so.
    private async Task HoldSubject(Case file, CancellationToken ct)
    {
        await db.BeginAsync(ct);
        await db.People.Where(person => person.Id == file.Subject).ExecuteUpdateAsync(set => set.SetProperty(person => person.Version, person => person.Version), ct);
    }

    private void Substantiate(Case file, Step step) => db.Publish(new ViolationSubstantiated
    {
        CaseId = file.Id.ToString(),
        MemberId = file.Subject.ToString(),
        ViolationCode = file.ViolationCode,
        Level = file.Proposal!.Draft.Level,
        Happened = file.Happened.ToTimestamp(),
        Substantiated = step.At.ToTimestamp(),
    });

    private async Task OrderRemediation(Case file, Violation violation, LocalDate due, Step step, CancellationToken ct)
    {
        var subject = await db.People.FindAsync([file.Organisation, file.Subject], ct);
        if (subject!.HasLeft)
        {
            file.GoWithoutRemediation("The person has left.");
            return;
        }

        if ((await records.Of(file.Subject, violation, ct)).Remedial() is not { } chosen)
        {
            file.GoWithoutRemediation($"No published scenario teaches {file.ViolationCode}.");
            return;
        }

        var remediation = new Remediation(
            RemediationId.New(clock), chosen.Version.Scenario, $"Remedial training: {chosen.Version.Title}", chosen.Decisions, due, step.At, Completed: null);
        file.OrderRemediation(remediation);
        db.Publish(new RemediationOrdered
        {
            RemediationId = remediation.Id.ToString(),
            CaseId = file.Id.ToString(),
            MemberId = file.Subject.ToString(),
            ScenarioId = remediation.Scenario.ToString(),
            Title = remediation.Title,
            Decisions = { remediation.Decisions },
            DueOn = LocalDatePattern.Iso.Format(due),
            Ordered = step.At.ToTimestamp(),
        });
    }
}
