using Microsoft.IdentityModel.Tokens;

namespace Training.Hosting;

/// <summary>Why a token is refused, in words that help its owner and reveal nothing about the check.</summary>
internal static class TokenRefusal
{
    public static CallRefused Because(Exception reason) => reason switch
    {
        SecurityTokenExpiredException =>
            CallRefused.Unauthenticated("TOKEN_EXPIRED", "The token has expired. Sign in again and repeat the call with the new token."),
        SecurityTokenNotYetValidException =>
            CallRefused.Unauthenticated("TOKEN_NOT_YET_VALID", "The token is not valid yet. Compare this machine's clock with the identity provider's."),
        SecurityTokenNoExpirationException =>
            CallRefused.Unauthenticated("TOKEN_WITHOUT_EXPIRY", "The token never expires. Let the identity provider give it an expiry ('exp')."),
        SecurityTokenInvalidAudienceException =>
            CallRefused.Unauthenticated("TOKEN_FOR_ANOTHER_AUDIENCE", "The token is meant for another system. Ask the identity provider for one with this system's audience."),
        SecurityTokenInvalidIssuerException => UnknownIssuer(),
        ArgumentException or FormatException or SecurityTokenMalformedException =>
            CallRefused.Unauthenticated("TOKEN_MALFORMED", "The bearer token is not a JSON Web Token. Send the access token exactly as the identity provider gave it out."),
        _ =>
            CallRefused.Unauthenticated("TOKEN_NOT_TRUSTED", "The token is not signed by a key that this system trusts. Sign in with the identity provider that this system is set up with."),
    };

    public static CallRefused UnknownIssuer() =>
        CallRefused.Unauthenticated("TOKEN_FROM_ANOTHER_ISSUER", "The token comes from an identity provider that this system is not set up with. Sign in with the right one.");
}
