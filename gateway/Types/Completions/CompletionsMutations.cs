using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Completions.V1;

namespace Training.Gateway.Types;

[MutationType]
internal static partial class CompletionsMutations
{
    /// <summary>An officer accepts another provider's course as equal to a scenario. The same course for the same scenario again is the same entry.</summary>
    /// <param name="provider">Who gives the course.</param>
    /// <param name="course">Its code there.</param>
    /// <param name="title">What it is called there.</param>
    /// <param name="scenarioId">The scenario that it is equal to.</param>
    /// <param name="reason">Why it is as good; for who audits it.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<AlreadyExistsError>, Error<NotNowError>]
    public static async Task<Equivalent> AcceptEquivalentAsync(
        string provider, string course, string title, [ID<Scenario>] string scenarioId, string reason, string? idempotencyKey,
        TrainingRecord.TrainingRecordClient record, TimeProvider clock, CancellationToken ct)
    {
        var request = new AcceptEquivalentRequest { Provider = provider, Course = course, Title = title, ScenarioId = scenarioId, Reason = reason };
        return new Equivalent(await record.AcceptEquivalentAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>
    /// An LMS tells that a member has passed an accepted course: it is credited like a run of the scenario. The same reference again is the same entry.
    /// </summary>
    /// <param name="assignmentId">An assignment that asks for a scenario to which the course is equal.</param>
    /// <param name="provider">Who gives the course.</param>
    /// <param name="course">Its code there.</param>
    /// <param name="reference">The provider's own number of this pass.</param>
    /// <param name="passed">When it was passed.</param>
    /// <param name="evidenceHash">SHA-256 of the evidence that the provider keeps.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<AlreadyExistsError>, Error<NotNowError>]
    public static async Task<Assignment> RecordEquivalentAsync(
        [ID<Assignment>] string assignmentId, string provider, string course, string reference, DateTimeOffset passed, string? evidenceHash, string? idempotencyKey,
        TrainingRecord.TrainingRecordClient record, TimeProvider clock, CancellationToken ct)
    {
        var request = new RecordEquivalentRequest
        {
            AssignmentId = assignmentId,
            Provider = provider,
            Course = course,
            Reference = reference,
            Passed = passed.ToTimestamp(),
            EvidenceHash = evidenceHash?.Bytes(nameof(evidenceHash)) ?? ByteString.Empty,
        };
        return new Assignment(await record.RecordEquivalentAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }
}
