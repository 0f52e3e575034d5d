using Google.Protobuf.WellKnownTypes;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>The steps before a decision: hand-off, PHI impact, exemptions, the two closures.</summary>
[MutationType]
internal static partial class IncidentMutations
{
    /// <summary>Hands an incident off to the case work: what happened by catalogue code, no patient data. The same incident handed off again is answered with the case as it was opened.</summary>
    /// <param name="incident">The incident's number in the system that it comes from.</param>
    /// <param name="violationCode">The catalogue's code, such as P01.</param>
    /// <param name="memberId">Whose conduct it is.</param>
    /// <param name="happened">When it happened.</param>
    /// <param name="firstKnownByWorkforce">When any member of the workforce, except who did it, first knew: the breach clock may start there (45 CFR 164.404).</param>
    /// <param name="description">At most 1,000 characters; refused when it looks like a patient's identifier.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<AlreadyExistsError>, Error<NotAllowedError>, Error<NotNowError>]
    public static async Task<Case> HandOffIncidentAsync(
        string incident, string violationCode, [ID<Member>] string memberId, DateTimeOffset happened, DateTimeOffset? firstKnownByWorkforce, string description,
        string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new HandOffIncidentRequest
        {
            Incident = incident,
            ViolationCode = violationCode,
            MemberId = memberId,
            Happened = happened.ToTimestamp(),
            FirstKnownByWorkforce = firstKnownByWorkforce?.ToTimestamp(),
            Description = description,
        };
        return new Case(await cases.HandOffIncidentAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>Decides whether protected health information was involved.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="phiInvolved">Whether it was.</param>
    /// <param name="reason">Why you say so.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> DecidePhiImpactAsync(
        [ID<Case>] string caseId, long caseVersion, bool phiInvolved, string reason, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new DecidePhiImpactRequest { CaseId = caseId, CaseVersion = caseVersion, PhiInvolved = phiInvolved, Reason = reason };
        return new Case(await cases.DecidePhiImpactAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>Answers every exemption question of the policy, before anything else is decided (45 CFR 164.530(e)(1)).</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="answers">One for each question.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> AnswerExemptionQuestionsAsync(
        [ID<Case>] string caseId, long caseVersion, IReadOnlyList<ExemptionAnswerInput> answers, string? idempotencyKey,
        Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new AnswerExemptionQuestionsRequest
        {
            CaseId = caseId,
            CaseVersion = caseVersion,
            Answers = { answers.Select(answer => new Answer { QuestionId = answer.Question, Yes = answer.Yes }) },
        };
        return new Case(await cases.AnswerExemptionQuestionsAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>A reviewer who has decided nothing in the case says whether it may be pursued although an exemption applies.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="proceed">No closes the case without sanction.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> RecordIndependentReviewAsync(
        [ID<Case>] string caseId, long caseVersion, bool proceed, string reasons, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new RecordIndependentReviewRequest { CaseId = caseId, CaseVersion = caseVersion, Proceed = proceed, Reasons = reasons };
        return new Case(await cases.RecordIndependentReviewAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>Technical closure: the cause is found and ended.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="note">What was done; at most 1,000 characters, no patient data.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> SignTechnicalClosureAsync(
        [ID<Case>] string caseId, long caseVersion, string note, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct) =>
        new(await cases.SignTechnicalClosureAsync(
            new SignClosureRequest { CaseId = caseId, CaseVersion = caseVersion, Note = note }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>Compliance closure: assessed, mitigated, documented. Another human being than the technical one.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="note">What was done; at most 1,000 characters, no patient data.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> SignComplianceClosureAsync(
        [ID<Case>] string caseId, long caseVersion, string note, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct) =>
        new(await cases.SignComplianceClosureAsync(
            new SignClosureRequest { CaseId = caseId, CaseVersion = caseVersion, Note = note }, Command.Once(idempotencyKey, clock), cancellationToken: ct));
}

/// <summary>An answer to one of the policy's exemption questions.</summary>
internal sealed record ExemptionAnswerInput
{
    /// <summary>The question's key in the policy.</summary>
    public required string Question { get; init; }

    /// <summary>The answer.</summary>
    public required bool Yes { get; init; }
}
