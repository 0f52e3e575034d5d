using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Sanctions.V1;
using WorkforceV1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>The decision: two keys, then HR.</summary>
[MutationType]
internal static partial class SanctionMutations
{
    /// <summary>An officer proposes finding, level and measure as a document, and so signs it for their office.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="office">The office that you sign for: one that you hold.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="level">0 for no sanction, which is documented with its reasons like any other.</param>
    /// <param name="measure">A measure of the policy's schedule for this level, such as written-warning; none for level 0.</param>
    /// <param name="reasons">Needed when the level or the measure is outside of the policy's range, and for level 0.</param>
    /// <param name="remedialDueOn">By when the remedial training is to be done; without: as many days as the policy gives this level.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> ProposeSanctionAsync(
        [ID<Case>] string caseId, long caseVersion, Office office, string finding, int level, string? measure, string? reasons, DateOnly? remedialDueOn, string? idempotencyKey,
        Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new ProposeSanctionRequest
        {
            CaseId = caseId,
            CaseVersion = caseVersion,
            Office = (WorkforceV1.Office)office,
            Finding = finding,
            Level = level,
            Measure = measure ?? "",
            Reasons = reasons ?? "",
            RemedialDueOn = remedialDueOn.Text(),
        };
        return new Case(await cases.ProposeSanctionAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>The second key: another human being of the other office, or a deputy, signs the same document. Needs both closures.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="office">The office that you sign for.</param>
    /// <param name="documentHash">Of the document that you have read.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> SignSanctionAsync(
        [ID<Case>] string caseId, long caseVersion, Office office, string documentHash, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new SignSanctionRequest
        {
            CaseId = caseId,
            CaseVersion = caseVersion,
            Office = (WorkforceV1.Office)office,
            DocumentHash = documentHash.Bytes(nameof(documentHash)),
        };
        return new Case(await cases.SignSanctionAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>HR records that the signed measure was carried out. HR cannot change the finding, and whoever signed cannot execute.</summary>
    /// <param name="caseId">Which case.</param>
    /// <param name="caseVersion">The case's version that you have read.</param>
    /// <param name="executedOn">On which day.</param>
    /// <param name="reference">HR's own file number.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Case> ExecuteSanctionAsync(
        [ID<Case>] string caseId, long caseVersion, DateOnly executedOn, string reference, string? idempotencyKey, Cases.CasesClient cases, TimeProvider clock, CancellationToken ct)
    {
        var request = new ExecuteSanctionRequest { CaseId = caseId, CaseVersion = caseVersion, ExecutedOn = executedOn.Text(), Reference = reference };
        return new Case(await cases.ExecuteSanctionAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }
}
