using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Training.Hosting;

/// <summary>Turns the header <c>authorization</c> into a <see cref="Caller"/>, or refuses the call and says what to do.</summary>
internal sealed class TokenReader(TrustedIssuers issuers, CallerCache cache, ILogger<TokenReader> logger)
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _handler = new();

    public ValueTask<ValidToken> Read(StringValues header, CancellationToken ct)
    {
        if (header.Count != 1 || header[0] is not { } authorization || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw CallRefused.Unauthenticated("TOKEN_MISSING", "This call carries no bearer token. Sign in and send the metadata 'authorization: Bearer <token>', once.");

        return cache.Find(authorization) is { } token ? new(token) : new(Validate(authorization, ct));
    }

    private async Task<ValidToken> Validate(string authorization, CancellationToken ct)
    {
        var token = Decode(authorization[Scheme.Length..].Trim());
        var result = await _handler.ValidateTokenAsync(token, await ParametersFor(token, ct));
        if (!result.IsValid)
            throw TokenRefusal.Because(result.Exception);

        var valid = new ValidToken(CallerClaims.Read(token), new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
        cache.Add(authorization, valid);
        return valid;
    }

    private static JsonWebToken Decode(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or SecurityTokenException)
        {
            throw TokenRefusal.Because(error);
        }
    }

    private async Task<TokenValidationParameters> ParametersFor(JsonWebToken token, CancellationToken ct)
    {
        try
        {
            return await issuers.ParametersFor(token, ct) ?? throw TokenRefusal.UnknownIssuer();
        }
        catch (Exception error) when (error is InvalidOperationException or IOException)
        {
            Log.ProviderUnreachable(logger, error);
            throw CallRefused.Unavailable("IDENTITY_PROVIDER_UNREACHABLE", "The identity provider does not answer, so nobody can be recognised. Try again in a minute; if it stays so, tell the operator.");
        }
    }
}
