using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class WholeStoryTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_misdirected_fax_goes_from_the_hand_off_to_the_closed_case(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var published = Hospital.Now.AddDays(-100);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing-registration", 1, published, "F1:P01", "F2:P03"));
        await hospital.Service.DeliverAsync(Teaching.Published("faxing-bedside", 1, published, "F1:P01"));
        await hospital.Service.DeliverAsync(Teaching.Run(People.Clerk, "faxing-registration", 1, Hospital.Now.AddDays(-40), passed: true, "F1:risky", "F2:best"));

        var file = await hospital.HandOff();
        Assert.Equal((V1.CaseState.Open, 1L, 1), (file.State, file.Version, file.PolicyVersion));
        Assert.Equal(5, file.NextSteps.Count);
        file = await hospital.DecidePhi(file);
        file = await hospital.Answer(file);
        Assert.Empty(file.Exemption.Applies);
        file = await hospital.Technical(file);
        file = await hospital.Compliance(file);
        file = await hospital.Propose(file);
        Assert.Equal(V1.CaseState.Proposed, file.State);
        file = await hospital.Sign(file);
        Assert.Equal(V1.CaseState.Signed, file.State);
        Assert.Equal([Workforce.V1.Office.Privacy, Workforce.V1.Office.Security], file.Proposal.Signatures.Select(signature => signature.Office));

        var substantiated = Assert.Single(await hospital.Service.PublishedAsync<ViolationSubstantiated>());
        Assert.Equal((file.Id, "P01", 1), (substantiated.CaseId, substantiated.ViolationCode, substantiated.Level));
        var ordered = Assert.Single(await hospital.Service.PublishedAsync<RemediationOrdered>());
        Assert.Equal((Teaching.Id("faxing-bedside"), People.Clerk.ToString()), (ordered.ScenarioId, ordered.MemberId));
        Assert.Equal(["F1"], ordered.Decisions);

        file = await hospital.Execute(file);
        Assert.Equal(V1.CaseState.Executed, file.State);
        await hospital.Service.DeliverAsync(Teaching.Completed(file, Hospital.Now));
        file = await hospital.Get(file.Id);
        Assert.Equal((V1.CaseState.Closed, 9L), (file.State, file.Version));
        Assert.Empty(file.NextSteps);
        var closed = Assert.Single(await hospital.Service.PublishedAsync<CaseClosed>());
        Assert.Equal((file.Id, true), (closed.CaseId, closed.Sanctioned));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ExplainTraining_shows_the_risky_choice_in_the_version_that_was_passed_before(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Run(People.Clerk, "faxing-registration", 1, Hospital.Now.AddDays(-40), passed: true, "F1:risky"));
        await hospital.Service.DeliverAsync(Teaching.Run(People.Nurse, "faxing-registration", 1, Hospital.Now.AddDays(-41), passed: true, "F1:best"));
        await hospital.Service.DeliverAsync(Teaching.Published("faxing-registration", 1, Hospital.Now.AddDays(-100), "F1:P01", "F2:P03"));
        var file = await hospital.HandOff();

        var finding = await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = file.Id }, hospital.As(Role.PrivacyOfficer, People.Privacy));

        Assert.Equal((V1.TrainingVerdict.TrainedBefore, "P01"), (finding.Verdict, finding.ViolationCode));
        var decision = Assert.Single(finding.Decisions);
        Assert.Equal(("F1", "About faxing-registration", 1, 30L), (decision.Decision, decision.ScenarioTitle, decision.ScenarioVersion, decision.DaysBefore));
        var choice = Assert.Single(decision.Choices);
        Assert.Equal(("risky", Scenarios.V1.Outcome.Risky), (choice.Choice, choice.Outcome));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reading_a_case_or_its_training_leaves_an_audit_entry(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        await hospital.Get(file.Id);
        await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = file.Id }, hospital.As(Role.Reviewer, People.Reviewer));

        var audit = await new Operations.V1.Operations.OperationsClient(hospital.Service.Channel).ListAuditAsync(
            new Operations.V1.ListAuditRequest { Subject = $"Case/{file.Id}" }, hospital.As(Role.Auditor, People.Auditor));

        Assert.Equal(
            [(People.Reporter.ToString(), "handed off"), (People.Auditor.ToString(), "read"), (People.Reviewer.ToString(), "training read")],
            audit.Entries.Select(entry => (entry.Member, entry.Why)));
        await hospital.Cases.GetCaseAsync(new GetCaseRequest { Id = Guid.CreateVersion7().ToString() }, hospital.As(Role.Auditor, People.Auditor))
            .IsRefusedAsync(StatusCode.NotFound, "CASE_NOT_FOUND");
    }
}
