using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Training.Hosting;

/// <summary>Authenticates HTTP requests by the header <c>authorization</c> (RFC 6750).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenReader tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.Count == 0)
            return AuthenticateResult.NoResult();
        try
        {
            var token = await tokens.Read(Request.Headers.Authorization, Context.RequestAborted);
            return AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(Identity(token.Caller)), new AuthenticationProperties { ExpiresUtc = token.Expires }, Scheme.Name));
        }
        catch (CallRefused refused)
        {
            return AuthenticateResult.Fail(refused);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, failure is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message.Replace('"', '\'')}\"");
    }

    private ClaimsIdentity Identity(Caller caller)
    {
        var identity = new ClaimsIdentity(Scheme.Name, CallerClaims.Account, CallerClaims.Roles);
        identity.AddClaim(new Claim(CallerClaims.Account, caller.Account));
        identity.AddClaim(new Claim(CallerClaims.Organisation, caller.Organisation.ToString()));
        if (caller.Member is { } member)
            identity.AddClaim(new Claim(CallerClaims.Member, member.ToString()));
        foreach (var role in caller.Roles)
            identity.AddClaim(new Claim(CallerClaims.Roles, RoleNames.Of(role)));
        return identity;
    }
}
