using HotChocolate.Types;
using Training.Sanctions.V1;

namespace Training.Gateway.Types;

[MutationType]
internal static partial class PolicyMutations
{
    /// <summary>Puts a document in force as the next version of the sanction policy; the same document again is the same version.</summary>
    /// <param name="document">YAML, at most 256 KiB.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotAllowedError>, Error<ConflictError>]
    public static async Task<SanctionPolicy> PublishSanctionPolicyAsync(
        string document, string? idempotencyKey, SanctionPolicies.SanctionPoliciesClient policies, TimeProvider clock, CancellationToken ct) =>
        new(await policies.PublishPolicyAsync(new PublishPolicyRequest { Document = document }, Command.Once(idempotencyKey, clock), cancellationToken: ct));
}
