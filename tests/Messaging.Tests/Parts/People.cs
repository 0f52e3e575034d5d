using Grpc.Core;
using Training.Contracts;
using Training.Hosting;

namespace Training.Messaging.Tests;

/// <summary>Tokens for the human beings of the tests.</summary>
internal sealed class People(string dataFolder)
{
    public static readonly OrganisationId Hospital = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    public static readonly OrganisationId Clinic = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));

    private readonly Lazy<DevelopmentTokens> _tokens = new(() => DevelopmentTokens.In(dataFolder, TimeProvider.System));

    public string Token(OrganisationId organisation, string name, params Role[] roles) =>
        _tokens.Value.Mint(organisation, new MemberId(IdOf(name)), name, roles, TimeSpan.FromHours(1));

    /// <summary>The metadata of a call by this person; a new idempotency key unless one is given.</summary>
    public Metadata Call(OrganisationId organisation, string name, Role role, string? key = null) => new()
    {
        { "authorization", $"Bearer {Token(organisation, name, role)}" },
        { "idempotency-key", key ?? Guid.CreateVersion7().ToString() },
    };

    /// <summary>The same human being has the same id in every test.</summary>
    public static Guid IdOf(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
