using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>
/// The employee whom the story follows misdirects a fax. Each request is built from the answer before it, so a story that is played again repeats the same
/// requests and is given the same answers.
/// </summary>
internal sealed class HandleViolation : IStep
{
    public const string Incident = "SAMPLE-2001";
    public const string Code = "P01";
    private const int DaysToRemedy = 14;

    private static readonly OperationFile Ask = OperationFile.Beside(nameof(HandleViolation));

    public string Title => "A misdirected fax becomes a case, and the case a decision";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var privacy = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var security = cast.As(cast.SecurityOfficer, Role.SecurityOfficer);
        var now = await HandOffAsync(stage, cast, ct);
        var policy = await stage.Gateway.AskAsync<Policy>(privacy, Ask["Policy"], new { version = now.PolicyVersion }, ct);
        var verdict = await TrainedBeforeAsync(stage, now.Id, privacy, ct);
        stage.Progress.Say($"Trained before violated: {verdict}");

        now = await DoAsync<Case>(stage, privacy, "DecidePhiImpact", new
        {
            @case = now.Id,
            now.Version,
            involved = true,
            reason = "The pages held results with the patient's name, and they reached a number that is not the recipient's.",
        }, ct);
        now = await DoAsync<Case>(stage, privacy, "AnswerExemptionQuestions", new
        {
            @case = now.Id,
            now.Version,
            answers = policy.Questions.Select(question => new { question = question.Key, yes = false }),
        }, ct);
        now = await DoAsync<Case>(stage, security, "SignTechnicalClosure", new
        {
            @case = now.Id,
            now.Version,
            note = "The stored number was removed from the fax server and from the old referral's template.",
        }, ct);
        now = await DoAsync<Case>(stage, privacy, "SignComplianceClosure", new
        {
            @case = now.Id,
            now.Version,
            note = "The recipient destroyed the pages and confirmed it in writing; the risk assessment is documented.",
        }, ct);
        var decided = await DoAsync<DecidedCase>(stage, privacy, "Propose", Proposal(now, policy), ct);
        decided = await DoAsync<DecidedCase>(stage, security, "Sign", new { @case = decided.Id, decided.Version, hash = decided.Sanction.DocumentHash }, ct);
        stage.Progress.Say($"Level {decided.Sanction.Level}, {decided.Sanction.Measure}: signed by two people of two offices");
        var reference = $"HR-{Incident}";
        await DoAsync<Case>(stage, cast.As(cast.Hr, Role.Hr), "Execute", new
        {
            @case = decided.Id,
            decided.Version,
            executedOn = Days.Of(decided.Sanction.Signatures[^1].Signed),
            reference,
        }, ct);
        stage.Progress.Say($"HR executed it as {reference}");
    }

    // The line manager hands it off. It happened a moment after the training was passed, and is handed off when that moment is over.
    private static async Task<Case> HandOffAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var trained = await FaxTraining.GetAsync(stage, cast.As(cast.Clerk, Role.Employee), ct);
        var happened = trained.Result.Finished.AddSeconds(1);
        await Waiting.UntilAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow()), now => now > happened, now => $"it is {now:T}", ct);
        return await DoAsync<Case>(stage, cast.As(cast.ClerksManager, Role.Manager), "HandOff", new
        {
            incident = Incident,
            violation = Code,
            member = cast.Clerk.Id,
            happened,
            description = "Seven pages went to the fax number of an old referral. The pharmacy that has the number now called the unit and keeps the pages safe.",
        }, ct);
    }

    private static async Task<TrainingVerdict> TrainedBeforeAsync(Stage stage, string opened, Persona privacy, CancellationToken ct) => (await Waiting.UntilAsync(
        () => stage.Gateway.AskAsync<Explained>(privacy, Ask["TrainedBefore"], new { @case = opened }, ct),
        now => now.Training.Verdict == TrainingVerdict.TrainedBefore,
        now => $"the case says {now.Training.Verdict}",
        ct)).Training.Verdict;

    private static object Proposal(Case now, Policy policy)
    {
        var level = policy.Violations.Single(violation => violation.Code == Code).LowestLevel;
        return new
        {
            @case = now.Id,
            now.Version,
            finding = "An accidental disclosure: the number was not confirmed before sending, as the training that the employee had passed teaches.",
            level,
            measure = PolicyFile.Read(policy.Document).MildestMeasure("employee", level),
            remedialDueOn = Days.After(now.Opened, DaysToRemedy),
        };
    }

    private static Task<T> DoAsync<T>(Stage stage, Persona who, string mutation, object variables, CancellationToken ct) where T : class =>
        Waiting.AcceptedAsync(() => stage.Gateway.DoAsync<T>(who, Ask[mutation], variables, ct), ct);

    private record Case(string Id, long Version, int PolicyVersion, DateTimeOffset Opened);

    private sealed record DecidedCase(string Id, long Version, int PolicyVersion, DateTimeOffset Opened, Sanction Sanction) : Case(Id, Version, PolicyVersion, Opened);

    private sealed record Sanction(int Level, string Measure, string DocumentHash, IReadOnlyList<Signature> Signatures);

    private sealed record Signature(DateTimeOffset Signed);

    private sealed record Policy(string Document, IReadOnlyList<Question> Questions, IReadOnlyList<Violation> Violations);

    private sealed record Question(string Key);

    private sealed record Violation(string Code, int LowestLevel);

    private sealed record Explained(Finding Training);

    private sealed record Finding(TrainingVerdict Verdict);
}
