using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class PublishPolicyTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_makes_a_version_for_a_changed_document_and_none_for_the_same(string provider)
    {
        await using var hospital = await Hospital.StartEmptyAsync(provider);
        await hospital.Service.DeliverAsync(People.Officers());
        var first = await PublishAsync(hospital, Hospital.Document);
        var again = await PublishAsync(hospital, Hospital.Document);
        var second = await PublishAsync(hospital, Changed);
        var back = await PublishAsync(hospital, Hospital.Document);

        Assert.Equal([1, 1, 2, 3], new[] { first, again, second, back }.Select(policy => policy.Version));
        Assert.Equal(first.Published, again.Published);
        Assert.Equal(first.ContentHash, back.ContentHash);
        Assert.Equal((28, 16), (first.Violations.Count, first.Questions.Count));
        var inForce = await hospital.Policies.GetPolicyAsync(new GetPolicyRequest(), hospital.As(Role.Employee, People.Clerk));
        Assert.Equal((3, Hospital.Document), (inForce.Version, inForce.Document));
        var older = await hospital.Policies.GetPolicyAsync(new GetPolicyRequest { Version = 2 }, hospital.As(Role.Auditor, People.Auditor));
        Assert.Equal(Changed, older.Document);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_refuses_what_verify_objects_to(string provider)
    {
        await using var hospital = await Hospital.StartEmptyAsync(provider);
        await hospital.Service.DeliverAsync(People.Officers());
        var broken = Hospital.Document.Replace("45 CFR 164.502(j)(2)", "45 CFR 164.402(1)(i)", StringComparison.Ordinal);

        var verified = await hospital.Policies.VerifyPolicyAsync(new VerifyPolicyRequest { Document = broken }, hospital.As(Role.Hr, People.Hr));
        Assert.Equal(["NO_LEGAL_EXIT", "LEGAL_EXIT_MISSING"], verified.Findings.Select(finding => finding.Rule));
        await hospital.Policies.PublishPolicyAsync(new PublishPolicyRequest { Document = broken }, hospital.As(Role.PrivacyOfficer, People.Privacy))
            .IsRefusedAsync(StatusCode.InvalidArgument, "POLICY_HAS_FINDINGS");
        await hospital.Policies.GetPolicyAsync(new GetPolicyRequest(), hospital.As(Role.Employee, People.Clerk)).IsRefusedAsync(StatusCode.FailedPrecondition, "NO_POLICY_IN_FORCE");
        await hospital.Policies.GetPolicyAsync(new GetPolicyRequest { Version = 7 }, hospital.As(Role.Employee, People.Clerk)).IsRefusedAsync(StatusCode.NotFound, "POLICY_VERSION_NOT_FOUND");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_case_keeps_the_policy_that_was_in_force_when_it_was_opened(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        // From now on nobody is coached for a first slip, and a question has another name.
        await PublishAsync(hospital, Changed.Replace("complaint-filed", "complaint-was-filed", StringComparison.Ordinal));

        file = await hospital.Answer(file);
        file = await hospital.Propose(file);

        Assert.Equal((1, "coaching"), (file.PolicyVersion, file.Proposal.Measure));
        var later = await hospital.HandOff(Hospital.Incident("INC-2"));
        Assert.Equal(2, later.PolicyVersion);
        await hospital.Answer(later).IsRefusedAsync(StatusCode.InvalidArgument, "QUESTION_NOT_ASKED");
    }

    private static string Changed { get; } =
        Hospital.Document.Replace("1: [coaching..written-warning, verbal-warning", "1: [verbal-warning..written-warning, verbal-warning", StringComparison.Ordinal);

    private static AsyncUnaryCall<Policy> PublishAsync(Hospital hospital, string document) =>
        hospital.Policies.PublishPolicyAsync(new PublishPolicyRequest { Document = document }, hospital.As(Role.PrivacyOfficer, People.Privacy));
}
