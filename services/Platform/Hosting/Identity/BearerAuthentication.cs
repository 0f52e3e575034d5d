using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Hosting;

/// <summary>Bearer tokens for apps that are called over HTTP rather than gRPC.</summary>
public static class BearerAuthentication
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "Bearer";

    /// <summary>
    /// Adds the authentication scheme <c>Bearer</c>: the same tokens, checked in the same way as on RPCs. <c>UseAuthentication</c> then gives each request its
    /// user, with the token's own claims (<c>sub</c>, <c>org</c>, <c>member</c>, <c>roles</c>); the result's <c>ExpiresUtc</c> says until when.
    /// </summary>
    /// <param name="builder">The app; <c>AddHosting</c> comes first.</param>
    /// <returns>For further schemes.</returns>
    public static AuthenticationBuilder AddBearerAuthentication(this WebApplicationBuilder builder) =>
        builder.Services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, BearerHandler>(Scheme, configureOptions: null);
}
