using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class IsolationTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Another_organisation_sees_and_moves_nothing(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        var stranger = hospital.Service.Call(Role.PrivacyOfficer, People.Privacy, Somebody.Clinic);
        await hospital.Cases.GetCaseAsync(new GetCaseRequest { Id = file.Id }, stranger).IsRefusedAsync(StatusCode.NotFound, "CASE_NOT_FOUND");
        await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = file.Id }, stranger).IsRefusedAsync(StatusCode.NotFound, "CASE_NOT_FOUND");
        await hospital.Cases.DecidePhiImpactAsync(new DecidePhiImpactRequest { CaseId = file.Id, CaseVersion = 1, Reason = "None." }, stranger).IsRefusedAsync(StatusCode.NotFound, "CASE_NOT_FOUND");
        Assert.Empty((await hospital.Cases.ListCasesAsync(new ListCasesRequest(), stranger)).Cases);
        await hospital.Policies.GetPolicyAsync(new GetPolicyRequest(), stranger).IsRefusedAsync(StatusCode.FailedPrecondition, "NO_POLICY_IN_FORCE");
        await hospital.Cases.HandOffIncidentAsync(Hospital.Incident(), hospital.Service.Call(Role.Manager, People.Reporter, Somebody.Clinic))
            .IsRefusedAsync(StatusCode.NotFound, "MEMBER_UNKNOWN");

        // The same people, the same incident: another organisation's own.
        await hospital.SettleAsync(Somebody.Clinic);
        var theirs = await hospital.Cases.HandOffIncidentAsync(Hospital.Incident(), hospital.Service.Call(Role.Manager, People.Reporter, Somebody.Clinic));
        Assert.NotEqual(file.Id, theirs.Id);
        Assert.Equal(file.Id, Assert.Single((await hospital.Cases.ListCasesAsync(new ListCasesRequest(), hospital.As(Role.Hr, People.Hr))).Cases).Id);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Another_organisations_runs_and_scenarios_explain_nothing(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-100), "F1:P01"), Somebody.Clinic);
        await hospital.Service.DeliverAsync(Teaching.Run(People.Clerk, "faxing", 1, Hospital.Now.AddDays(-40), passed: true, "F1:best"), Somebody.Clinic);
        var file = await hospital.HandOff();
        var finding = await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = file.Id }, hospital.As(Role.Auditor, People.Auditor));
        Assert.Equal((V1.TrainingVerdict.NeverTrained, 0), (finding.Verdict, finding.Decisions.Count));

        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-100), "F1:P01"));
        finding = await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = file.Id }, hospital.As(Role.Auditor, People.Auditor));
        Assert.Equal(V1.TrainingVerdict.NeverTrained, Assert.Single(finding.Decisions).Verdict);
    }
}
