using Training.Contracts;
using Training.Operations.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>f and g. The case says what had been taught; different people decided, signed and executed; the remedy was new, and taken; the audit chains hold.</summary>
internal sealed class CasePart(Callers callers, List<Member> members)
{
    public async Task HoldsAsync()
    {
        var auditor = callers.As(Role.Auditor);
        var summary = Assert.Single((await callers.Services.Cases.ListCasesAsync(new ListCasesRequest(), auditor)).Cases);
        var found = await callers.Services.Cases.GetCaseAsync(new GetCaseRequest { Id = summary.Id }, auditor);
        Assert.Equal(("P01", "104698", CaseState.Closed), (found.ViolationCode, members.Single(member => member.Id == found.MemberId).EmployeeNumber, found.State));

        await FindingHoldsAsync(found);
        SignaturesHold(found);
        await RemedyHoldsAsync(found);
        foreach (var (service, operations) in callers.Services.Audits)
        {
            var chain = await operations.VerifyAuditAsync(new VerifyAuditRequest(), auditor);
            Assert.True(chain is { Intact: true, Sealed: > 0 }, $"{service}: {chain}");
        }
    }

    private async Task FindingHoldsAsync(Case found)
    {
        var finding = await callers.Services.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = found.Id }, callers.As(Role.Auditor));
        Assert.Equal(TrainingVerdict.TrainedBefore, finding.Verdict);
        var fax = Assert.Single(finding.Decisions, decision => decision is { Decision: "F1", Choices.Count: > 0 });
        Assert.Equal((TrainingVerdict.TrainedBefore, 1, Outcome.Risky), (fax.Verdict, fax.ScenarioVersion, Assert.Single(fax.Choices).Outcome));
        Assert.True(fax.Passed.ToDateTimeOffset() < found.Happened.ToDateTimeOffset());
    }

    private static void SignaturesHold(Case found)
    {
        Assert.NotEmpty(found.Exemption.Answers);
        Assert.All(found.Exemption.Answers, answer => Assert.False(answer.Yes));
        Assert.NotEqual(found.TechnicalClosure.MemberId, found.ComplianceClosure.MemberId);
        var signatures = found.Proposal.Signatures;
        Assert.Equal([Office.Privacy, Office.Security], signatures.Select(signature => signature.Office).Order());
        var signers = signatures.Select(signature => signature.MemberId).ToList();
        Assert.Equal(2, signers.Distinct().Count());
        Assert.DoesNotContain(found.Execution.ExecutedBy, signers.Append(found.MemberId).Append(found.HandedOffBy));
        Assert.DoesNotContain(found.HandedOffBy, signers);
    }

    private async Task RemedyHoldsAsync(Case found)
    {
        Assert.Contains("F1", found.Remediation.Decisions);
        Assert.NotNull(found.Remediation.Completed);
        var runs = (await callers.Services.Runs.ListRunsAsync(new ListRunsRequest { MemberId = found.MemberId, PageSize = Pages.Largest }, callers.As(Role.Auditor))).Runs;
        var remedial = Assert.Single(runs, run => run.ScenarioId == found.Remediation.ScenarioId);
        Assert.True(remedial.Result.Passed);
        Assert.True(remedial.Started > found.Remediation.Ordered, "it was taken after it was ordered, and never before");
        Assert.True(found.Closed >= remedial.Result.Finished);
    }
}
