using System.Text;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>A provider's tokens in Production: the good one, and each way to be bad with what its owner is told.</summary>
public sealed class TokenTests
{
    private static readonly Dictionary<string, (string Reason, string Says, Action<SecurityTokenDescriptor> Spoil)> Bad = new()
    {
        ["no organisation"] = ("TOKEN_WITHOUT_ORGANISATION", "claim 'org'", token => token.Claims.Remove("org")),
        ["organisation that is no id"] = ("TOKEN_CLAIM_MALFORMED", "claim 'org' is not an id", token => token.Claims["org"] = "general-hospital"),
        ["two organisations"] = ("TOKEN_CLAIM_MALFORMED", "claim 'org' is not an id", token => token.Claims["org"] = new[] { Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString() }),
        ["member that is no id"] = ("TOKEN_CLAIM_MALFORMED", "claim 'member' is not an id", token => token.Claims["member"] = "ada"),
        ["no account"] = ("TOKEN_WITHOUT_SUBJECT", "claim 'sub'", token => token.Claims.Remove("sub")),
        ["unknown role"] = ("TOKEN_ROLE_UNKNOWN", "employee, manager, hr, privacy-officer", token => token.Claims["roles"] = new[] { "employee", "superuser" }),
        ["role in another spelling"] = ("TOKEN_ROLE_UNKNOWN", "privacy-officer", token => token.Claims["roles"] = "PRIVACY_OFFICER"),
        ["role that means nothing"] = ("TOKEN_ROLE_UNKNOWN", "privacy-officer", token => token.Claims["roles"] = "unspecified"),
        ["expired"] = ("TOKEN_EXPIRED", "Sign in again", token => Shift(token, TimeSpan.FromMinutes(-10))),
        ["from the future"] = ("TOKEN_NOT_YET_VALID", "clock", token => Shift(token, TimeSpan.FromMinutes(10))),
        ["for ever"] = ("TOKEN_WITHOUT_EXPIRY", "'exp'", token => token.Expires = null),
        ["another audience"] = ("TOKEN_FOR_ANOTHER_AUDIENCE", "audience", token => token.Audience = "payroll"),
        ["no audience"] = ("TOKEN_FOR_ANOTHER_AUDIENCE", "audience", token => token.Audience = null),
        ["another issuer"] = ("TOKEN_FROM_ANOTHER_ISSUER", "identity provider", token => token.Issuer = "https://elsewhere.example.org"),
        ["the development issuer"] = ("TOKEN_FROM_ANOTHER_ISSUER", "identity provider", token => token.Issuer = DevelopmentTokens.Issuer),
        ["another key"] = ("TOKEN_NOT_TRUSTED", "not signed by a key", token => token.SigningCredentials = new(IdentityProvider.NewKey(), SecurityAlgorithms.RsaSha256)),
        ["another key under the known id"] = ("TOKEN_NOT_TRUSTED", "not signed by a key", token => token.SigningCredentials = new(WithIdOf(token.SigningCredentials.Key), SecurityAlgorithms.RsaSha256)),
        ["no signature (alg none)"] = ("TOKEN_NOT_TRUSTED", "not signed by a key", token => token.SigningCredentials = null),
        ["public key as a shared secret"] = ("TOKEN_NOT_TRUSTED", "not signed by a key", token => token.SigningCredentials = new(PublicKeyAsSecret(token.SigningCredentials.Key), SecurityAlgorithms.HmacSha256)),
    };

    public static TheoryData<string> BadTokens => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Call_is_refused_and_says_what_to_do_when_the_token_has(string defect)
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await InProduction(provider);
        var (reason, says, spoil) = Bad[defect];
        await Knock(app, TestApp.Bearer(provider.Mint()));

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => Knock(app, TestApp.Bearer(provider.Mint(spoil))));

            Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
            Assert.Equal(reason, refused.Reason());
            Assert.Contains(says, refused.Status.Detail);
        }
    }

    [Theory]
    [InlineData("nonsense", "TOKEN_MALFORMED")]
    [InlineData("Bearer ", "TOKEN_MISSING|TOKEN_MALFORMED")]
    [InlineData("Bearer nonsense", "TOKEN_MALFORMED")]
    [InlineData("Bearer a.b.c", "TOKEN_MALFORMED")]
    [InlineData("Basic YWRhOnNlY3JldA==", "TOKEN_MISSING")]
    public async Task Call_is_refused_when_the_header_holds_no_token(string header, string reasons)
    {
        await using var app = await TestApp.Start();
        var value = header == "nonsense" ? "Bearer nonsense" : header;

        var refused = await Assert.ThrowsAsync<RpcException>(() => Knock(app, new Metadata { { "authorization", value } }));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Contains(refused.Reason(), reasons.Split('|'));
    }

    [Fact]
    public async Task Call_is_refused_when_two_tokens_are_sent()
    {
        await using var app = await TestApp.Start();
        var twice = app.As(Role.Employee);
        twice.Add("authorization", twice.GetValue("authorization")!);

        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => Knock(app, twice))).StatusCode);
    }

    [Fact]
    public async Task Caller_is_read_from_the_providers_token_in_Production()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await InProduction(provider);

        var answer = await Knock(app, TestApp.Bearer(provider.Mint()));

        Assert.Equal("0199f1c2-7a3b-7c4d-8e5f-0123456789ab", answer.Organisation);
        Assert.Equal("0199f1c2-7a3b-7c4d-8e5f-0123456789ac", answer.Member);
        Assert.Equal("ada", answer.Account);
        Assert.Equal([Role.Employee, Role.PrivacyOfficer], answer.Roles);
    }

    [Fact]
    public async Task One_role_may_be_a_plain_text()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await InProduction(provider);

        var answer = await Knock(app, TestApp.Bearer(provider.Mint(token => token.Claims["roles"] = "employee")));

        Assert.Equal([Role.Employee], answer.Roles);
    }

    [Fact]
    public async Task Provider_is_accepted_in_Development_beside_the_local_key()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await TestApp.Start(settings: ("Hosting:Identity:Authority", provider.Address));

        Assert.Equal("ada", (await Knock(app, TestApp.Bearer(provider.Mint()))).Account);
        Assert.Equal("someone", (await Knock(app, app.As(Role.Employee))).Account);
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_again_when_the_provider_signs_with_a_new_one()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await InProduction(provider);
        for (var i = 0; i < 20; i++)
            await Knock(app, TestApp.Bearer(provider.Mint(token => token.Claims["jti"] = $"{i}")));
        Assert.Equal(1, provider.KeysFetched);

        provider.Rotate();

        await Eventually.IsTrueAsync(() => IsLetIn(app, provider.Mint()), "the new key is known");
    }

    [Fact]
    public async Task Call_can_be_repeated_when_the_provider_does_not_answer()
    {
        await using var provider = await IdentityProvider.Start();
        var token = provider.Mint();
        await using var app = await InProduction(provider);
        await provider.DisposeAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => Knock(app, TestApp.Bearer(token)));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("IDENTITY_PROVIDER_UNREACHABLE", refused.Reason());
        Assert.Contains(app.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("Hosting:Identity:Authority"));
    }

    [Fact]
    public async Task Remembered_token_is_refused_from_the_second_it_expires()
    {
        var clock = new MovableClock();
        await using var app = await TestApp.Start(
            also: builder => builder.Services.AddSingleton<TimeProvider>(clock), settings: ("Hosting:Identity:ClockSkew", "00:00:00"));
        var caller = TestApp.As(DevelopmentTokens.In(app.DataFolder, clock), Role.Employee);
        await Knock(app, caller);

        clock.Now += TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1);
        await Knock(app, caller);

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("TOKEN_EXPIRED", (await Assert.ThrowsAsync<RpcException>(() => Knock(app, caller))).Reason());
    }

    private static async Task<bool> IsLetIn(TestApp app, string token)
    {
        try
        {
            await Knock(app, TestApp.Bearer(token));
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    private static Task<TestApp> InProduction(IdentityProvider provider) =>
        TestApp.Start("Production", settings: ("Hosting:Identity:Authority", provider.Address));

    private static Task<Answer> Knock(TestApp app, Metadata headers) => app.Doors.EmployeeAsync(new Knock(), headers).ResponseAsync;

    private static void Shift(SecurityTokenDescriptor token, TimeSpan by) =>
        (token.NotBefore, token.Expires) = (token.NotBefore + by, token.Expires + by);

    private static RsaSecurityKey WithIdOf(SecurityKey key)
    {
        var other = IdentityProvider.NewKey();
        other.KeyId = key.KeyId;
        return other;
    }

    private static SymmetricSecurityKey PublicKeyAsSecret(SecurityKey key) =>
        new(Encoding.ASCII.GetBytes(((RsaSecurityKey)key).Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = key.KeyId };
}
