using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Training.Hosting;

/// <summary>
/// Whose tokens are accepted, and by which rules: the configured OpenID Connect provider's and, where the app has
/// <see cref="DevelopmentTokens"/> (in Development only), those.
/// </summary>
internal sealed class TrustedIssuers : IDisposable
{
    private static readonly string[] PublicKeyAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _provider;
    private readonly TokenValidationParameters? _providerRules;
    private readonly TokenValidationParameters? _developmentRules;

    public TrustedIssuers(IOptions<HostingOptions> options, TimeProvider clock, IServiceProvider services)
    {
        var identity = options.Value.Identity;
        if (identity.Authority is { } authority)
        {
            _provider = new(
                $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(_http) { RequireHttps = authority.Scheme == Uri.UriSchemeHttps });
            _providerRules = Rules(identity, clock);
            _providerRules.ValidAlgorithms = PublicKeyAlgorithms;
            _providerRules.ConfigurationManager = _provider;
        }

        if (services.GetService<DevelopmentTokens>() is { } development)
        {
            _developmentRules = Rules(identity, clock);
            _developmentRules.ValidAlgorithms = [DevelopmentTokens.Algorithm];
            _developmentRules.ValidIssuer = DevelopmentTokens.Issuer;
            _developmentRules.IssuerSigningKey = development.Key;
        }
    }

    /// <returns>The rules that this token must obey, or <c>null</c> when nobody vouches for its issuer.</returns>
    /// <exception cref="InvalidOperationException">The provider's keys could not be fetched.</exception>
    public async Task<TokenValidationParameters?> ParametersFor(JsonWebToken token, CancellationToken ct)
    {
        if (_developmentRules is not null && token.Issuer == DevelopmentTokens.Issuer)
            return _developmentRules;

        if (_provider is not null)
            await _provider.GetConfigurationAsync(ct);
        return _providerRules;
    }

    public void Dispose() => _http.Dispose();

    private static TokenValidationParameters Rules(IdentityOptions identity, TimeProvider clock) => new()
    {
        ValidAudience = identity.Audience,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires, clock.GetUtcNow().UtcDateTime, identity.ClockSkew),
    };

    // The library's own check reads the machine's clock instead of ours.
    private static bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime now, TimeSpan skew)
    {
        if (expires is null)
            throw new SecurityTokenNoExpirationException();
        if (notBefore > now + skew)
            throw new SecurityTokenNotYetValidException();
        return now - skew < expires ? true : throw new SecurityTokenExpiredException();
    }
}
