using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.AppHost.Sample.Content;
using Training.Contracts;
using Training.Sanctions.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>
/// The employee whom the story follows misdirects a fax. Each request is built from the answer before it, so a story that is played again repeats the same
/// requests and is given the same answers.
/// </summary>
internal sealed class HandleViolation : IStep
{
    public const string Incident = "SAMPLE-2001";
    public const string Code = "P01";
    private const string Step = "case";
    private const int DaysToRemedy = 14;

    public string Title => "A misdirected fax becomes a case, and the case a decision";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var privacy = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var security = cast.As(cast.SecurityOfficer, Role.SecurityOfficer);
        var opened = await HandOffAsync(stage, cast, ct);
        // The case keeps the policy that was in force when it was opened, whatever is published meanwhile.
        var policy = await stage.Services.Policies.GetPolicyAsync(new GetPolicyRequest { Version = opened.PolicyVersion }, stage.As(privacy), cancellationToken: ct);
        var finding = await TrainedBeforeAsync(stage, opened, privacy, ct);
        stage.Progress.Say($"Trained before violated: {finding.Verdict}");

        var cases = stage.Services.Cases;
        var now = await DoAsync(stage, privacy, cases.DecidePhiImpactAsync, new DecidePhiImpactRequest
        {
            CaseId = opened.Id,
            CaseVersion = opened.Version,
            PhiInvolved = true,
            Reason = "The pages held results with the patient's name, and they reached a number that is not the recipient's.",
        }, ct);
        now = await DoAsync(stage, privacy, cases.AnswerExemptionQuestionsAsync, new AnswerExemptionQuestionsRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            Answers = { policy.Questions.Select(question => new Answer { QuestionId = question.Id, Yes = false }) },
        }, ct);
        now = await DoAsync(stage, security, cases.SignTechnicalClosureAsync, new SignClosureRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            Note = "The stored number was removed from the fax server and from the old referral's template.",
        }, ct);
        now = await DoAsync(stage, privacy, cases.SignComplianceClosureAsync, new SignClosureRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            Note = "The recipient destroyed the pages and confirmed it in writing; the risk assessment is documented.",
        }, ct);
        now = await DoAsync(stage, privacy, cases.ProposeSanctionAsync, Proposal(now, policy), ct);
        now = await DoAsync(stage, security, cases.SignSanctionAsync, new SignSanctionRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            Office = Office.Security,
            DocumentHash = now.Proposal.DocumentHash,
        }, ct);
        stage.Progress.Say($"Level {now.Proposal.Level}, {now.Proposal.Measure}: signed by two people of two offices");
        now = await DoAsync(stage, cast.As(cast.Hr, Role.Hr), cases.ExecuteSanctionAsync, new ExecuteSanctionRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            ExecutedOn = Days.Of(now.Proposal.Signatures[^1].Signed),
            Reference = $"HR-{Incident}",
        }, ct);
        stage.Progress.Say($"HR executed it as {now.Execution.Reference}");
    }

    // Whoever hands an incident off decides nothing about it: the line manager does. It happened a moment after the training was passed, and is handed off when that moment is over.
    private static async Task<Case> HandOffAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var trained = await FaxTraining.GetAsync(stage, cast.As(cast.Clerk, Role.Employee), ct);
        var happened = trained.Result.Finished.ToDateTimeOffset().AddSeconds(1);
        var handOff = new HandOffIncidentRequest
        {
            Incident = Incident,
            ViolationCode = Code,
            MemberId = cast.Clerk.Id,
            Happened = happened.ToTimestamp(),
            FirstKnownByWorkforce = happened.ToTimestamp(),
            Description = "Seven pages went to the fax number of an old referral. The pharmacy that has the number now called the unit and keeps the pages safe.",
        };
        await Waiting.UntilAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow()), now => now > happened, now => $"it is {now:T}", ct);
        return await Waiting.AcceptedAsync(
            () => stage.Services.Cases.HandOffIncidentAsync(handOff, stage.As(cast.As(cast.ClerksManager, Role.Manager), IdempotencyKey.Of(Step, Incident, handOff))), ct);
    }

    private static Task<TrainingFinding> TrainedBeforeAsync(Stage stage, Case opened, Persona privacy, CancellationToken ct) => Waiting.UntilAsync(
        async () => await stage.Services.Cases.ExplainTrainingAsync(
            new ExplainTrainingRequest { CaseId = opened.Id }, stage.As(privacy), cancellationToken: ct),
        finding => finding.Verdict == TrainingVerdict.TrainedBefore,
        finding => $"the case says {finding.Verdict}",
        ct);

    private static ProposeSanctionRequest Proposal(Case now, Policy policy)
    {
        var level = policy.Violations.Single(violation => violation.Code == Code).LowestLevel;
        return new ProposeSanctionRequest
        {
            CaseId = now.Id,
            CaseVersion = now.Version,
            Office = Office.Privacy,
            Finding = "An accidental disclosure: the number was not confirmed before sending, as the training that the employee had passed teaches.",
            Level = level,
            Measure = PolicyFile.Read(policy.Document).MildestMeasure("employee", level),
            RemedialDueOn = Days.After(now.Opened, DaysToRemedy),
        };
    }

    private static async Task<Case> DoAsync<TRequest>(
        Stage stage, Persona who, Func<TRequest, Metadata, DateTime?, CancellationToken, AsyncUnaryCall<Case>> command, TRequest request, CancellationToken ct)
        where TRequest : IMessage =>
        await Waiting.AcceptedAsync(() => command(request, stage.As(who, IdempotencyKey.Of(Step, Incident, request)), null, ct), ct);
}
