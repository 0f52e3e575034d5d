using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Training.Hosting;

namespace Training.AppHost.Sample;

/// <summary>Development tokens for the people of the sample.</summary>
internal sealed class Tokens(DevelopmentTokens development, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(50);

    private readonly ConcurrentDictionary<Persona, (AuthenticationHeaderValue Bearer, DateTimeOffset Until)> _kept = new();

    /// <summary>What authorises their calls.</summary>
    public AuthenticationHeaderValue BearerOf(Persona persona)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(persona, out var kept) && kept.Until > now)
            return kept.Bearer;
        var bearer = new AuthenticationHeaderValue("Bearer", development.Mint(persona.Organisation, persona.Member, persona.Account, [persona.Role], Lifetime));
        _kept[persona] = (bearer, now + KeptFor);
        return bearer;
    }
}
