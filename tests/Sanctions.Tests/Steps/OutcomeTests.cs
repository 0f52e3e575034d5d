using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;
using Training.Workforce.V1;

namespace Training.Sanctions.Tests;

public sealed class OutcomeTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_exemption_of_the_privacy_rule_closes_the_case_without_sanction(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();

        file = await hospital.Answer(file, null, "complaint-filed");

        Assert.Equal(V1.CaseState.ClosedWithoutSanction, file.State);
        Assert.Equal(["45 CFR 164.530(g)(2), 160.316(a)"], file.Exemption.Applies);
        Assert.Equal((file.Id, false), Assert.Single((await hospital.Service.PublishedAsync<CaseClosed>()).Select(closed => (closed.CaseId, closed.Sanctioned))));
        await hospital.DecidePhi(file).IsRefusedAsync(StatusCode.FailedPrecondition, "CASE_IS_PAST_THAT");
        Assert.Empty(hospital.Service.Published<ViolationSubstantiated>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_security_code_that_touches_protected_activity_waits_for_an_independent_reviewer(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff(Hospital.Incident(code: "S05"));
        await ReviewAsync(file, true).IsRefusedAsync(StatusCode.FailedPrecondition, "NO_REVIEW_ASKED");
        file = await hospital.Answer(file, null, "complaint-filed");
        Assert.Equal(V1.CaseState.Open, file.State);
        await hospital.Propose(file).IsRefusedAsync(StatusCode.FailedPrecondition, "INDEPENDENT_REVIEW_PENDING");
        await ReviewAsync(file, true, People.Privacy).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_NOT_INDEPENDENT");

        file = await ReviewAsync(file, true);
        file = await hospital.Propose(file, request: Hospital.Proposal(file, 2, "written-warning"));
        Assert.True(file.IndependentReview.Proceed);

        var other = await hospital.HandOff(Hospital.Incident("INC-2", "S05"));
        other = await hospital.Answer(other, null, "proceeding-took-part");
        other = await ReviewAsync(other, false);
        Assert.Equal(V1.CaseState.ClosedWithoutSanction, other.State);
        Assert.Equal(other.Id, Assert.Single(await hospital.Service.PublishedAsync<CaseClosed>()).CaseId);

        AsyncUnaryCall<V1.Case> ReviewAsync(V1.Case file, bool proceed, Hosting.MemberId? by = null) => hospital.Cases.RecordIndependentReviewAsync(
            new RecordIndependentReviewRequest { CaseId = file.Id, CaseVersion = file.Version, Proceed = proceed, Reasons = "Looked into it." },
            hospital.As(Role.Reviewer, by ?? People.Reviewer));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task No_sanction_is_signed_by_both_keys_with_its_reasons_and_closes(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync();
        file = await hospital.Propose(file, request: Hospital.Proposal(file, 0, "", "Good-faith access within the scope of the task; nothing was passed on."));

        file = await hospital.Sign(file);

        Assert.Equal(V1.CaseState.ClosedWithoutSanction, file.State);
        Assert.False(Assert.Single(await hospital.Service.PublishedAsync<CaseClosed>()).Sanctioned);
        Assert.Empty(hospital.Service.Published<ViolationSubstantiated>());
        Assert.Empty(hospital.Service.Published<RemediationOrdered>());
        Assert.Null(file.Remediation);
        await hospital.Execute(file).IsRefusedAsync(StatusCode.FailedPrecondition, "CASE_IS_PAST_THAT");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_training_may_be_passed_before_HR_executes(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-9), "F1:P01"));
        var file = await hospital.SignedAsync();
        var completed = Teaching.Completed(file, Hospital.Now);
        await hospital.Service.DeliverAsync(completed);
        await hospital.Service.DeliverAsync(completed);
        await hospital.Execute(file).IsRefusedAsync(StatusCode.Aborted, "CASE_CHANGED_MEANWHILE");
        file = await hospital.Get(file.Id);
        Assert.Equal(V1.CaseState.Signed, file.State);

        file = await hospital.Execute(file);

        Assert.Equal(V1.CaseState.Closed, file.State);
        Assert.Single(await hospital.Service.PublishedAsync<CaseClosed>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Another_persons_or_campaigns_completion_closes_nothing(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-9), "F1:P01"));
        var file = await hospital.SignedAsync();
        var ofCampaign = Teaching.Completed(file, Hospital.Now);
        ofCampaign.Completion.Source = Completions.V1.AssignmentSource.Campaign;
        var ofSomebody = Teaching.Completed(file, Hospital.Now);
        ofSomebody.Completion.MemberId = People.Nurse.ToString();
        var ofNothing = Teaching.Completed(file, Hospital.Now);
        ofNothing.Completion.SourceId = Guid.CreateVersion7().ToString();

        foreach (var completed in new[] { ofCampaign, ofSomebody, ofNothing })
            await hospital.Service.DeliverAsync(completed);
        await hospital.Service.DeliverAsync(Teaching.Completed(file, Hospital.Now), Somebody.Clinic);

        Assert.Null((await hospital.Get(file.Id)).Remediation.Completed);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Where_no_scenario_teaches_the_code_or_the_person_has_left_the_case_says_so_and_closes_on_execution(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        // It taught the code once; its newest version does not.
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-9), "F9:P01"));
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 2, Hospital.Now.AddDays(-8), "F9:P08"));
        var file = await hospital.SignedAsync();
        Assert.Equal("No published scenario teaches P01.", file.NoRemediationBecause);
        Assert.Equal(V1.CaseState.Closed, (await hospital.Execute(file)).State);

        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 3, Hospital.Now.AddDays(-7), "F9:P01"));
        await hospital.Service.DeliverAsync(new MembersChanged { Members = { People.Member(People.Nurse, People.Supervisor, version: 2, MemberStatus.Left) } });
        var leaver = await hospital.SignedAsync(Hospital.Incident("INC-2", subject: People.Nurse));
        Assert.Equal("The person has left.", leaver.NoRemediationBecause);
        Assert.Empty(hospital.Service.Published<RemediationOrdered>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Nothing_waits_for_the_training_of_somebody_who_leaves(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-9), "F1:P01"));
        var executed = await hospital.Execute(await hospital.SignedAsync());
        var signed = await hospital.SignedAsync(Hospital.Incident("INC-2", daysAgo: 200));
        // A leaving that was taken back before it was told changes nothing.
        await hospital.Service.DeliverAsync(new MembersChanged { Members = { People.Member(People.Clerk, People.Supervisor, version: 3) } });
        await hospital.Service.DeliverAsync(new MembersChanged { Members = { People.Member(People.Clerk, People.Supervisor, version: 2, MemberStatus.Left) } });
        Assert.Equal(V1.CaseState.Executed, (await hospital.Get(executed.Id)).State);

        await hospital.Service.DeliverAsync(new MembersChanged { Members = { People.Member(People.Clerk, People.Supervisor, version: 4, MemberStatus.Left) } });

        executed = await hospital.Get(executed.Id);
        Assert.Equal((V1.CaseState.Closed, "The person has left."), (executed.State, executed.NoRemediationBecause));
        Assert.Equal(executed.Id, Assert.Single(await hospital.Service.PublishedAsync<CaseClosed>()).CaseId);
        signed = await hospital.Get(signed.Id);
        Assert.Equal(V1.CaseState.Signed, signed.State);
        Assert.Equal(V1.CaseState.Closed, (await hospital.Execute(signed)).State);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_earlier_signed_violation_in_the_look_back_makes_a_repeat(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.SignedAsync(Hospital.Incident("INC-1", daysAgo: 40));
        await hospital.SignedAsync(Hospital.Incident("INC-2", subject: People.Nurse, daysAgo: 39));
        await hospital.SignedAsync(Hospital.Incident("INC-3", daysAgo: 5 * 365));
        // Handed off and never signed, and one that ended without sanction: neither counts.
        await hospital.HandOff(Hospital.Incident("INC-4", daysAgo: 38));
        var dropped = await hospital.PreparedAsync(Hospital.Incident("INC-5", daysAgo: 37));
        dropped = await hospital.Propose(dropped, request: Hospital.Proposal(dropped, 0, "", "Good faith."));
        await hospital.Sign(dropped);

        var file = await hospital.PreparedAsync(Hospital.Incident("INC-6"));
        await hospital.Propose(file).IsRefusedAsync(StatusCode.InvalidArgument, "MEASURE_OUTSIDE_SCHEDULE");
        file = await hospital.Propose(file, request: Hospital.Proposal(file, 1, "verbal-warning"));
        Assert.Equal(1, file.Proposal.EarlierViolations);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_second_key_does_not_turn_while_the_document_miscounts_earlier_violations(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync(Hospital.Incident("INC-2"));
        file = await hospital.Propose(file);
        await hospital.SignedAsync(Hospital.Incident("INC-1", daysAgo: 40));

        await hospital.Sign(file).IsRefusedAsync(StatusCode.Aborted, "EARLIER_VIOLATIONS_CHANGED");

        file = await hospital.Propose(file, request: Hospital.Proposal(file, 1, "verbal-warning"));
        Assert.Equal(1, file.Proposal.EarlierViolations);
        await hospital.Sign(file);
    }
}
