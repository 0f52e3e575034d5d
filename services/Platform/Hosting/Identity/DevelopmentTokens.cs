using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Training.Contracts;

namespace Training.Hosting;

/// <summary>
/// Makes tokens for the machine of a developer and for tests, signed by a key that lies in the data folder. Services accept
/// them in the Development environment and nowhere else.
/// </summary>
public sealed class DevelopmentTokens
{
    internal const string Issuer = "training-development";
    internal const string Algorithm = SecurityAlgorithms.HmacSha256;

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly string _audience;
    private readonly TimeProvider _clock;

    private DevelopmentTokens(SecurityKey key, string audience, TimeProvider clock)
    {
        Key = key;
        _audience = audience;
        _clock = clock;
    }

    internal SecurityKey Key { get; }

    /// <summary>Reads the key in this folder; makes the folder and the key where they are missing.</summary>
    /// <param name="dataFolder">The data folder (<c>Hosting:DataFolder</c>) of the services that shall accept the tokens.</param>
    /// <param name="clock">When tokens are made.</param>
    /// <param name="audience">The services' <c>Hosting:Identity:Audience</c>.</param>
    /// <returns>A maker of tokens.</returns>
    /// <exception cref="InvalidOperationException">The key file is damaged, or readable by others.</exception>
    public static DevelopmentTokens In(string dataFolder, TimeProvider clock, string audience = "training") =>
        new(new SymmetricSecurityKey(DevelopmentKey.In(dataFolder)) { KeyId = "development" }, audience, clock);

    /// <summary>Makes a token.</summary>
    /// <param name="organisation">Where its owner works.</param>
    /// <param name="member">The human being, or <c>null</c> for a machine.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="roles">What it allows.</param>
    /// <param name="lifetime">From now until it expires.</param>
    /// <returns>The bearer token.</returns>
    public string Mint(OrganisationId organisation, MemberId? member, string account, IEnumerable<Role> roles, TimeSpan lifetime)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = account,
            [CallerClaims.Organisation] = organisation.ToString(),
            [CallerClaims.Roles] = roles.Select(RoleNames.Of).ToArray(),
        };
        if (member is { } human)
            claims[CallerClaims.Member] = human.ToString();

        var now = _clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = _audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key, Algorithm),
        });
    }
}
