using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class OrderTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Steps_out_of_order_are_refused_and_say_what_is_missing(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        await hospital.Propose(file).IsRefusedAsync(StatusCode.FailedPrecondition, "EXEMPTION_NOT_ANSWERED");
        await hospital.Sign(file).IsRefusedAsync(StatusCode.FailedPrecondition, "NOTHING_PROPOSED");
        await hospital.Execute(file).IsRefusedAsync(StatusCode.FailedPrecondition, "NOT_SIGNED_YET");

        file = await hospital.Answer(file);
        await hospital.Answer(file).IsRefusedAsync(StatusCode.FailedPrecondition, "EXEMPTION_ANSWERED_ALREADY");
        file = await hospital.Propose(file);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await hospital.Sign(file));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.All(new[] { "DecidePhiImpact", "SignTechnicalClosure", "SignComplianceClosure" }, step => Assert.Contains(step, refused.Status.Detail, StringComparison.Ordinal));
        await hospital.Execute(file).IsRefusedAsync(StatusCode.FailedPrecondition, "NOT_SIGNED_YET");

        // The gates still open after the first key.
        file = await hospital.DecidePhi(file);
        await hospital.DecidePhi(file).IsRefusedAsync(StatusCode.FailedPrecondition, "PHI_IMPACT_DECIDED_ALREADY");
        file = await hospital.Technical(file);
        await hospital.Technical(file).IsRefusedAsync(StatusCode.FailedPrecondition, "CLOSURE_SIGNED_ALREADY");
        await hospital.Sign(file).IsRefusedAsync(StatusCode.FailedPrecondition, "NOT_READY_TO_SIGN");
        file = await hospital.Compliance(file);
        file = await hospital.Sign(file);
        await hospital.Propose(file).IsRefusedAsync(StatusCode.FailedPrecondition, "CASE_IS_PAST_THAT");
        file = await hospital.Execute(file);
        await hospital.Execute(file).IsRefusedAsync(StatusCode.FailedPrecondition, "CASE_IS_PAST_THAT");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_step_on_a_version_that_is_gone_is_a_conflict(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var seen = await hospital.HandOff();
        var file = await hospital.DecidePhi(seen);

        await hospital.Answer(seen).IsRefusedAsync(StatusCode.Aborted, "CASE_CHANGED_MEANWHILE");
        file.Version++;
        await hospital.Answer(file).IsRefusedAsync(StatusCode.Aborted, "CASE_CHANGED_MEANWHILE");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Of_two_officers_who_take_a_step_at_once_one_has_to_look_again(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await (n % 2 == 0 ? hospital.DecidePhi(file) : hospital.Technical(file));
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal(1, outcomes.Count(outcome => outcome == StatusCode.OK));
        Assert.Equal(7, outcomes.Count(outcome => outcome == StatusCode.Aborted));
        Assert.Equal(2, (await hospital.Get(file.Id)).Version);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_exemption_question_is_answered_once(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        var all = Hospital.Answers().ToList();
        await AnswerAsync(all.Skip(1)).IsRefusedAsync(StatusCode.InvalidArgument, "QUESTIONS_UNANSWERED");
        await AnswerAsync([]).IsRefusedAsync(StatusCode.InvalidArgument, "QUESTIONS_UNANSWERED");
        await AnswerAsync(all.Append(all[3])).IsRefusedAsync(StatusCode.InvalidArgument, "QUESTION_ANSWERED_TWICE");
        await AnswerAsync(all.Append(new V1.Answer { QuestionId = "good-faith-access", Yes = true })).IsRefusedAsync(StatusCode.InvalidArgument, "QUESTION_NOT_ASKED");
        Assert.Equal(1, (await hospital.Get(file.Id)).Version);

        AsyncUnaryCall<V1.Case> AnswerAsync(IEnumerable<V1.Answer> answers) => hospital.Cases.AnswerExemptionQuestionsAsync(
            new AnswerExemptionQuestionsRequest { CaseId = file.Id, CaseVersion = file.Version, Answers = { answers } }, hospital.As(Role.PrivacyOfficer, People.Privacy));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Level_and_measure_are_the_policys_or_have_reasons(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync();
        await ProposeAsync(3, "suspension").IsRefusedAsync(StatusCode.InvalidArgument, "LEVEL_OUTSIDE_CATALOGUE");
        await ProposeAsync(1, "suspension").IsRefusedAsync(StatusCode.InvalidArgument, "MEASURE_OUTSIDE_SCHEDULE");
        await ProposeAsync(1, "letter-of-concern").IsRefusedAsync(StatusCode.InvalidArgument, "MEASURE_UNKNOWN");
        await ProposeAsync(1, "letter-of-concern", "Because.").IsRefusedAsync(StatusCode.InvalidArgument, "MEASURE_UNKNOWN");
        await ProposeAsync(5, "coaching").IsRefusedAsync(StatusCode.InvalidArgument, "LEVEL_UNKNOWN");
        await ProposeAsync(-1, "coaching").IsRefusedAsync(StatusCode.InvalidArgument, "LEVEL_UNKNOWN");
        await ProposeAsync(0, "coaching", "Because.").IsRefusedAsync(StatusCode.InvalidArgument, "MEASURE_WITHOUT_LEVEL");
        await ProposeAsync(0, "").IsRefusedAsync(StatusCode.InvalidArgument, "NO_SANCTION_NEEDS_REASONS");
        await ProposeAsync(1, "coaching", due: "2020-01-01").IsRefusedAsync(StatusCode.InvalidArgument, "REMEDIAL_DATE_GONE");
        await ProposeAsync(1, "coaching", due: "soon").IsRefusedAsync(StatusCode.InvalidArgument, "DATE_NOT_READABLE");

        file = await ProposeAsync(3, "suspension", "The third one this month, after two talks.");
        Assert.Equal((3, "suspension"), (file.Proposal.Level, file.Proposal.Measure));
        Assert.NotEqual("", file.Proposal.RemedialDueOn);

        AsyncUnaryCall<V1.Case> ProposeAsync(int level, string measure, string reasons = "", string due = "")
        {
            var request = Hospital.Proposal(file, level, measure, reasons);
            request.RemedialDueOn = due;
            return hospital.Propose(file, request: request);
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_second_key_signs_the_very_document_that_the_first_one_signed(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync();
        file = await hospital.Propose(file);
        var first = file.Proposal.DocumentHash;
        Assert.Equal(32, first.Length);
        await hospital.Sign(file, hash: ByteString.CopyFrom(new byte[32])).IsRefusedAsync(StatusCode.Aborted, "OTHER_DOCUMENT");
        await hospital.Sign(file, hash: ByteString.Empty).IsRefusedAsync(StatusCode.Aborted, "OTHER_DOCUMENT");

        // The officers talk, and one proposes something else: the old hash opens nothing any more, and the old document is kept.
        file = await hospital.Propose(file, request: Hospital.Proposal(file, 1, "verbal-warning"));
        await hospital.Sign(file, hash: first).IsRefusedAsync(StatusCode.Aborted, "OTHER_DOCUMENT");
        Assert.Equal("coaching", Assert.Single(file.SupersededProposals).Measure);
        file = await hospital.Sign(file);
        Assert.Equal((V1.CaseState.Signed, "verbal-warning"), (file.State, file.Proposal.Measure));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_sanction_is_executed_between_its_signature_and_today(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.SignedAsync();
        await hospital.Execute(file, on: "2020-01-01").IsRefusedAsync(StatusCode.InvalidArgument, "EXECUTION_DATE_UNUSABLE");
        await hospital.Execute(file, on: "2099-01-01").IsRefusedAsync(StatusCode.InvalidArgument, "EXECUTION_DATE_UNUSABLE");
        await hospital.Execute(file, on: TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).IsRefusedAsync(StatusCode.InvalidArgument, "EXECUTION_DATE_UNUSABLE");
        await hospital.Execute(file, on: "").IsRefusedAsync(StatusCode.InvalidArgument, "DATE_NOT_READABLE");
        var request = new ExecuteSanctionRequest { CaseId = file.Id, CaseVersion = file.Version, ExecutedOn = Hospital.Today };
        await hospital.Cases.ExecuteSanctionAsync(request, hospital.As(Role.Hr, People.Hr)).IsRefusedAsync(StatusCode.InvalidArgument, "FILE_NUMBER_UNUSABLE");
        Assert.Equal(V1.CaseState.Closed, (await hospital.Execute(file)).State);
    }
}
