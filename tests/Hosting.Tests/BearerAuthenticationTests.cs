using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>HTTP requests are authenticated by the same tokens as RPCs.</summary>
public sealed class BearerAuthenticationTests
{
    [Fact]
    public async Task User_has_the_tokens_claims_and_the_result_its_expiry()
    {
        await using var app = await TestApp.Start(also: builder => builder.AddBearerAuthentication());
        var (organisation, member) = (OrganisationId.New(TimeProvider.System), MemberId.New(TimeProvider.System));
        var token = app.Tokens.Mint(organisation, member, "ada", [Role.Hr, Role.PrivacyOfficer], TimeSpan.FromMinutes(5));

        var result = await Request(app, $"Bearer {token}").AuthenticateAsync();

        var user = result.Principal!;
        Assert.Equal(("ada", $"{organisation}", $"{member}"), (user.Identity!.Name, user.FindFirst("org")!.Value, user.FindFirst("member")!.Value));
        Assert.True(user.IsInRole("hr") && user.IsInRole("privacy-officer") && !user.IsInRole("operator"));
        Assert.InRange(result.Properties!.ExpiresUtc!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Request_without_a_token_is_anonymous()
    {
        await using var app = await TestApp.Start(also: builder => builder.AddBearerAuthentication());
        var result = await Request(app, null).AuthenticateAsync();
        Assert.True(result.None);
    }

    [Fact]
    public async Task Bad_token_is_challenged_with_what_to_do()
    {
        await using var app = await TestApp.Start(also: builder => builder.AddBearerAuthentication());
        var http = Request(app, "Bearer nonsense");
        var result = await http.AuthenticateAsync();
        await http.ChallengeAsync();
        Assert.False(result.Succeeded);
        Assert.Equal(StatusCodes.Status401Unauthorized, http.Response.StatusCode);
        Assert.StartsWith("Bearer error=\"invalid_token\", error_description=\"", http.Response.Headers.WWWAuthenticate.ToString());
        Assert.Contains("Send the access token exactly", http.Response.Headers.WWWAuthenticate.ToString());
    }

    private static DefaultHttpContext Request(TestApp app, string? authorization)
    {
        var http = new DefaultHttpContext { RequestServices = app.App.Services.CreateScope().ServiceProvider };
        if (authorization is not null)
            http.Request.Headers.Authorization = authorization;
        return http;
    }
}
