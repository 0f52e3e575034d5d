using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Workforce.V1;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

[MutationType]
internal static partial class WorkforceMutations
{
    /// <summary>Makes the organisation that the operator's token names.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="leaversLimitPercent">A roster file by which more of the people leave, in per cent, needs confirmation. Usually 10.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<AlreadyExistsError>]
    public static async Task<Organisation> RegisterOrganisationAsync(
        string name, int? leaversLimitPercent, string? idempotencyKey, Organisations.OrganisationsClient organisations, TimeProvider clock, CancellationToken ct) =>
        new(await organisations.RegisterOrganisationAsync(
            new RegisterOrganisationRequest { Name = name, LeaversLimitPercent = leaversLimitPercent ?? 0 }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>Adds sites and job roles, or changes them by their code; what is not named stays. The roster may use registered codes only.</summary>
    /// <param name="sites">Where people work.</param>
    /// <param name="jobRoles">What people work as.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotNowError>, Error<TooMuchError>]
    public static async Task<Organisation> RegisterCodesAsync(
        IReadOnlyList<SiteInput>? sites, IReadOnlyList<JobRoleInput>? jobRoles, string? idempotencyKey,
        Organisations.OrganisationsClient organisations, TimeProvider clock, CancellationToken ct)
    {
        var request = new RegisterCodesRequest
        {
            Sites = { (sites ?? []).Select(site => site.ToMessage()) },
            JobRoles = { (jobRoles ?? []).Select(role => role.ToMessage()) },
        };
        return new Organisation(await organisations.RegisterCodesAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>HR enters who holds an office, or stands in for its holder.</summary>
    /// <param name="office">Privacy or security.</param>
    /// <param name="memberId">Who.</param>
    /// <param name="from">The first day.</param>
    /// <param name="deputy">Whether they stand in for the holder.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<AlreadyExistsError>, Error<NotNowError>]
    public static async Task<Designation> DesignateOfficerAsync(
        Office office, [ID<Member>] string memberId, DateOnly from, string? idempotencyKey,
        OfficerRegister.OfficerRegisterClient officers, TimeProvider clock, CancellationToken ct, bool deputy = false)
    {
        var request = new DesignateOfficerRequest { Office = (V1.Office)office, MemberId = memberId, Deputy = deputy, From = from.Text() };
        return new Designation(await officers.DesignateOfficerAsync(request, Command.Once(idempotencyKey, clock), cancellationToken: ct));
    }

    /// <summary>HR ends a designation; it stays in the register.</summary>
    /// <param name="designationId">Which one.</param>
    /// <param name="until">The last day.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotNowError>]
    public static async Task<Designation> EndDesignationAsync(
        [ID<Designation>] string designationId, DateOnly until, string? idempotencyKey,
        OfficerRegister.OfficerRegisterClient officers, TimeProvider clock, CancellationToken ct) =>
        new(await officers.EndDesignationAsync(
            new EndDesignationRequest { Id = designationId, Until = until.Text() }, Command.Once(idempotencyKey, clock), cancellationToken: ct));
}
