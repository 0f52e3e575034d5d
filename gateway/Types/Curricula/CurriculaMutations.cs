using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Curricula.V1;
using WorkforceV1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

[MutationType]
internal static partial class CurriculaMutations
{
    /// <summary>An officer proposes a new curriculum, or the next version of one, and so signs it for their office. The same content again is the same version.</summary>
    /// <param name="content">What must be learnt, by whom, how often.</param>
    /// <param name="office">The office that you sign for: one for which the officer register names you today, as officer or deputy.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<CurriculumVersion> ProposeCurriculumAsync(
        CurriculumContentInput content, Office office, string? idempotencyKey,
        CurriculumLibrary.CurriculumLibraryClient library, TimeProvider clock, CancellationToken ct) =>
        new(await library.ProposeCurriculumAsync(
            new ProposeCurriculumRequest { Content = content.ToMessage(), Office = (WorkforceV1.Office)office }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>Another human being signs for the other office, and so publishes the version.</summary>
    /// <param name="curriculumId">Which curriculum.</param>
    /// <param name="version">Which of its versions.</param>
    /// <param name="contentHash">Of what you have read.</param>
    /// <param name="office">The office that you sign for.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<CurriculumVersion> ApproveCurriculumAsync(
        [ID("Curriculum")] string curriculumId, int version, string contentHash, Office office, string? idempotencyKey,
        CurriculumLibrary.CurriculumLibraryClient library, TimeProvider clock, CancellationToken ct)
    {
        var request = new ApproveCurriculumRequest
        {
            CurriculumId = curriculumId,
            Version = version,
            ContentHash = contentHash.Bytes(nameof(contentHash)),
            Office = (WorkforceV1.Office)office,
        };
        return new CurriculumVersion(await library.ApproveCurriculumAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>The other office sends a proposal back; the next proposal is a version of its own.</summary>
    /// <param name="curriculumId">Which curriculum.</param>
    /// <param name="version">Which of its versions.</param>
    /// <param name="reason">What has to change.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<CurriculumVersion> DeclineCurriculumAsync(
        [ID("Curriculum")] string curriculumId, int version, string reason, string? idempotencyKey,
        CurriculumLibrary.CurriculumLibraryClient library, TimeProvider clock, CancellationToken ct) =>
        new(await library.DeclineCurriculumAsync(
            new DeclineCurriculumRequest { CurriculumId = curriculumId, Version = version, Reason = reason }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>Gives a published version to its audience: everybody in it gets an assignment.</summary>
    /// <param name="curriculumId">Which curriculum.</param>
    /// <param name="version">Published, and not superseded.</param>
    /// <param name="title">What employees read.</param>
    /// <param name="dueOn">Later than today wherever people may work; ends with the day at each member's site.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Campaign> LaunchCampaignAsync(
        [ID("Curriculum")] string curriculumId, int version, string title, DateOnly dueOn, string? idempotencyKey,
        Campaigns.CampaignsClient campaigns, TimeProvider clock, CancellationToken ct) =>
        new(await campaigns.LaunchCampaignAsync(
            new LaunchCampaignRequest { CurriculumId = curriculumId, Version = version, Title = title, DueOn = dueOn.Text() },
            Command.Once(idempotencyKey, clock),
            cancellationToken: ct));

    /// <summary>Takes back what is not yet done; completions stay.</summary>
    /// <param name="campaignId">Which campaign.</param>
    /// <param name="reason">Why.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Campaign> CancelCampaignAsync(
        [ID<Campaign>] string campaignId, string reason, string? idempotencyKey, Campaigns.CampaignsClient campaigns, TimeProvider clock, CancellationToken ct) =>
        new(await campaigns.CancelCampaignAsync(
            new CancelCampaignRequest { CampaignId = campaignId, Reason = reason }, Command.Once(idempotencyKey, clock), cancellationToken: ct));
}
