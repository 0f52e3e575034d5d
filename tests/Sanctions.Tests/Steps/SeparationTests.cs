using Grpc.Core;
using Training.Contracts;
using Training.Hosting;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

/// <summary>Every human being at every gate and key, in every office: nobody gets past who must not.</summary>
public sealed class SeparationTests
{
    private static readonly MemberId[] Forbidden = [People.Clerk, People.Reporter, People.Supervisor];
    private static readonly MemberId[] OfPrivacy = [People.Privacy, People.PrivacyDeputy, People.BothOffices];
    private static readonly MemberId[] OfSecurity = [People.Security, People.SecurityDeputy, People.BothOffices];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Both_keys_in_all_hands_and_offices_turn_only_for_two_officers_of_two_offices(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var (tried, signed) = (0, 0);
        foreach (var (first, firstOffice) in Hands())
        {
            var file = await hospital.PreparedAsync(Hospital.Incident($"INC-{first}-{firstOffice}"));
            var proposal = Hospital.Proposal(file);
            proposal.Office = firstOffice;
            if (!Holds(first, firstOffice))
            {
                tried += await RefusedAsync(token => hospital.Cases.ProposeSanctionAsync(proposal, hospital.As(token, first)));
                continue;
            }

            tried++;

            file = await hospital.Propose(file, first, proposal);
            // Those who may not first: who may would end the tries.
            foreach (var (second, secondOffice) in Hands().OrderBy(hand => MayBeSecond(first, firstOffice, hand)))
            {
                if (MayBeSecond(first, firstOffice, (second, secondOffice)))
                {
                    file = await hospital.Sign(file, second, secondOffice);
                    Assert.Equal((V1.CaseState.Signed, 2), (file.State, file.Proposal.Signatures.Select(key => key.MemberId).Distinct().Count()));
                    (tried, signed) = (tried + 1, signed + 1);
                    break;
                }

                var signature = new SignSanctionRequest { CaseId = file.Id, CaseVersion = file.Version, Office = secondOffice, DocumentHash = file.Proposal.DocumentHash };
                tried += await RefusedAsync(token => hospital.Cases.SignSanctionAsync(signature, hospital.As(token, second)));
            }
        }

        Assert.Equal(6, signed);
        Assert.InRange(tried, 200, int.MaxValue);
        LongRun.Print($"Sanctions: {tried} ways to turn both keys tried through gRPC on {provider}: {signed} for two officers of two offices, none else");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Gates_and_decisions_are_closed_to_subject_reporter_and_line_manager_and_machines(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var tried = 0;
        foreach (var role in new[] { Role.PrivacyOfficer, Role.SecurityOfficer })
        {
            var file = await hospital.HandOff(Hospital.Incident($"INC-{role}"));
            foreach (var who in Forbidden.Select(member => (MemberId?)member).Append(null))
            {
                foreach (var call in Steps(hospital, file, role, who))
                {
                    var refused = await Assert.ThrowsAsync<RpcException>(call);
                    Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
                    tried++;
                }
            }

            Assert.Equal(1, (await hospital.Get(file.Id)).Version);
        }

        Assert.InRange(tried, 40, int.MaxValue);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_two_closures_need_two_human_beings_whatever_their_roles(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        file = await hospital.Technical(file, People.BothOffices);
        await hospital.Compliance(file, People.BothOffices).IsRefusedAsync(StatusCode.PermissionDenied, "SECOND_CLOSURE_BY_SAME_PERSON");
        await hospital.Compliance(file, People.PrivacyDeputy);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_reviewer_stays_independent_after_the_review(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff(Hospital.Incident(code: "S05"));
        file = await hospital.Answer(file, null, "complaint-filed");
        file = await hospital.Cases.RecordIndependentReviewAsync(
            new RecordIndependentReviewRequest { CaseId = file.Id, CaseVersion = file.Version, Proceed = true, Reasons = "Looked into it." },
            hospital.As(Role.Reviewer, People.BothOffices));

        await hospital.DecidePhi(file, People.BothOffices).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_DECIDES_NOTHING_ELSE");
        await hospital.Technical(file, People.BothOffices).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_DECIDES_NOTHING_ELSE");
        await hospital.Compliance(file, People.BothOffices).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_DECIDES_NOTHING_ELSE");
        await hospital.Propose(file, People.BothOffices, Hospital.Proposal(file, 2, "written-warning")).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_DECIDES_NOTHING_ELSE");
        file = await hospital.DecidePhi(file);
        file = await hospital.Technical(file);
        file = await hospital.Compliance(file);
        file = await hospital.Propose(file, request: Hospital.Proposal(file, 2, "written-warning"));
        await hospital.Sign(file, People.BothOffices).IsRefusedAsync(StatusCode.PermissionDenied, "REVIEWER_DECIDES_NOTHING_ELSE");
        await hospital.Sign(file);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Gates_and_the_policy_are_for_those_whom_the_officer_register_names_and_not_for_a_role_alone(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        foreach (var who in new[] { People.FormerOfficer, People.Auditor })
        {
            await hospital.DecidePhi(file, who).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
            await hospital.Answer(file, who).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
            await hospital.Technical(file, who).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
            await hospital.Compliance(file, who).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
            await hospital.Policies.PublishPolicyAsync(new PublishPolicyRequest { Document = Hospital.Document }, hospital.As(Role.PrivacyOfficer, who))
                .IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        }

        await hospital.Policies.PublishPolicyAsync(new PublishPolicyRequest { Document = Hospital.Document }, hospital.As(Role.PrivacyOfficer, null))
            .IsRefusedAsync(StatusCode.PermissionDenied, "STEP_NEEDS_HUMAN_BEING");
        await hospital.Technical(file, People.Privacy).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        await hospital.Compliance(file, People.Security).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        await hospital.Answer(file, People.Security).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        // PHI impact is either office's.
        await hospital.DecidePhi(file, People.SecurityDeputy);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_manager_who_became_one_after_the_hand_off_is_kept_off_as_well(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync();
        await hospital.Service.DeliverAsync(new Workforce.V1.MembersChanged { Members = { People.Member(People.Clerk, People.SecurityDeputy, version: 2) } });
        file = await hospital.Propose(file);
        await hospital.Sign(file, People.SecurityDeputy).IsRefusedAsync(StatusCode.PermissionDenied, "SUPERIOR_DECIDES_NOTHING");
        await hospital.Technical(file, People.Supervisor).IsRefusedAsync(StatusCode.PermissionDenied, "SUPERIOR_DECIDES_NOTHING");
        await hospital.Sign(file);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Neither_signer_nor_subject_executes(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.SignedAsync();
        await hospital.Execute(file, People.Privacy).IsRefusedAsync(StatusCode.PermissionDenied, "SIGNER_CANNOT_EXECUTE");
        await hospital.Execute(file, People.Security).IsRefusedAsync(StatusCode.PermissionDenied, "SIGNER_CANNOT_EXECUTE");
        await hospital.Execute(file, People.Clerk).IsRefusedAsync(StatusCode.PermissionDenied, "SUBJECT_DECIDES_NOTHING");
        await hospital.Execute(file);
    }

    private static IEnumerable<(MemberId Who, Workforce.V1.Office Office)> Hands() =>
        from who in People.All from office in new[] { Workforce.V1.Office.Privacy, Workforce.V1.Office.Security } select (who, office);

    private static bool Holds(MemberId who, Workforce.V1.Office office) =>
        (office == Workforce.V1.Office.Privacy ? OfPrivacy : OfSecurity).Contains(who);

    private static bool MayBeSecond(MemberId first, Workforce.V1.Office firstOffice, (MemberId Who, Workforce.V1.Office Office) second) =>
        second.Who != first && second.Office != firstOffice && Holds(second.Who, second.Office);

    // Whichever officer's token they come with.
    private static async Task<int> RefusedAsync(Func<Role, AsyncUnaryCall<V1.Case>> call)
    {
        foreach (var token in new[] { Role.PrivacyOfficer, Role.SecurityOfficer })
            Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await call(token))).StatusCode);
        return 2;
    }

    private static IEnumerable<Func<Task>> Steps(Hospital hospital, V1.Case file, Role role, MemberId? who)
    {
        var (id, version) = (file.Id, file.Version);
        yield return async () => await hospital.Cases.DecidePhiImpactAsync(new DecidePhiImpactRequest { CaseId = id, CaseVersion = version, Reason = "None." }, hospital.As(role, who));
        var proposal = Hospital.Proposal(file);
        yield return async () => await hospital.Cases.ProposeSanctionAsync(proposal, hospital.As(role, who));
        yield return async () => await hospital.Cases.SignSanctionAsync(
            new SignSanctionRequest { CaseId = id, CaseVersion = version, Office = Workforce.V1.Office.Security }, hospital.As(role, who));
        if (role == Role.PrivacyOfficer)
        {
            yield return async () => await hospital.Cases.AnswerExemptionQuestionsAsync(
                new AnswerExemptionQuestionsRequest { CaseId = id, CaseVersion = version, Answers = { Hospital.Answers() } }, hospital.As(role, who));
            yield return async () => await hospital.Cases.SignComplianceClosureAsync(new SignClosureRequest { CaseId = id, CaseVersion = version, Note = "Done." }, hospital.As(role, who));
            yield return async () => await hospital.Cases.RecordIndependentReviewAsync(
                new RecordIndependentReviewRequest { CaseId = id, CaseVersion = version, Reasons = "None." }, hospital.As(Role.Reviewer, who));
        }
        else
        {
            yield return async () => await hospital.Cases.SignTechnicalClosureAsync(new SignClosureRequest { CaseId = id, CaseVersion = version, Note = "Done." }, hospital.As(role, who));
        }
    }
}
