using System.Collections.Concurrent;
using Grpc.Core;
using Training.Hosting;

namespace Training.AppHost.Sample;

/// <summary>Development tokens for the people of the sample, and the metadata of their calls.</summary>
internal sealed class Tokens(DevelopmentTokens development, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(50);

    private readonly ConcurrentDictionary<Persona, (string Token, DateTimeOffset Until)> _kept = new();

    /// <summary>For a query.</summary>
    public Metadata As(Persona persona) => new() { { "authorization", $"Bearer {TokenOf(persona)}" } };

    /// <summary>For a command.</summary>
    public Metadata As(Persona persona, string idempotencyKey) => new()
    {
        { "authorization", $"Bearer {TokenOf(persona)}" },
        { "idempotency-key", idempotencyKey },
    };

    private string TokenOf(Persona persona)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(persona, out var kept) && kept.Until > now)
            return kept.Token;
        var token = development.Mint(persona.Organisation, persona.Member, persona.Account, [persona.Role], Lifetime);
        _kept[persona] = (token, now + KeptFor);
        return token;
    }
}
