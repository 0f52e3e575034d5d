using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;
using Training.Contracts;

namespace Training.Hosting;

/// <summary>A validated token's claims as a <see cref="Caller"/>: <c>sub</c>, <c>org</c>, <c>member</c> and <c>roles</c>.</summary>
internal static class CallerClaims
{
    public const string Account = "sub";
    public const string Organisation = "org";
    public const string Member = "member";
    public const string Roles = "roles";

    public static Caller Read(JsonWebToken token) => new(
        OrganisationId.From(Id(token, Organisation)
            ?? throw CallRefused.Unauthenticated("TOKEN_WITHOUT_ORGANISATION", $"The token names no organisation. Let the identity provider put the organisation's id into the claim '{Organisation}'.")),
        Id(token, Member) is { } member ? MemberId.From(member) : null,
        string.IsNullOrEmpty(token.Subject)
            ? throw CallRefused.Unauthenticated("TOKEN_WITHOUT_SUBJECT", "The token names no account. Let the identity provider put one into the claim 'sub'.")
            : token.Subject,
        RolesOf(token));

    private static Guid? Id(JsonWebToken token, string claim)
    {
        if (!token.TryGetPayloadValue<object>(claim, out var value))
            return null;

        return value is string text && TypedId.IsId(text, out var id)
            ? id
            : throw CallRefused.Unauthenticated("TOKEN_CLAIM_MALFORMED", $"The token's claim '{claim}' is not an id. Let the identity provider send it as this system gave it out.");
    }

    private static FrozenSet<Role> RolesOf(JsonWebToken token) =>
        token.Claims.Where(claim => claim.Type == Roles).Select(claim => RoleNames.TryParse(claim.Value, out var role)
            ? role
            : throw CallRefused.Unauthenticated("TOKEN_ROLE_UNKNOWN", $"The token's claim '{Roles}' holds a role that this system does not know. It knows: {RoleNames.All}.")).ToFrozenSet();
}
