using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>
/// Remembers who stands behind a token that was validated a moment ago, since checking a signature costs more than the rest of
/// a call. An entry is found by the whole header only, never outlives the token, and at most two generations
/// of <see cref="GenerationSize"/> entries are kept: when the young one is full, the old one is forgotten.
/// </summary>
internal sealed class CallerCache(IOptions<HostingOptions> options, TimeProvider clock)
{
    public const int GenerationSize = 4096;

    private readonly TimeSpan _rememberFor = options.Value.Identity.RememberFor;
    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public int Count => _young.Entries.Count + _old.Entries.Count;

    public ValidToken? Find(string authorization)
    {
        if (!_young.Entries.TryGetValue(authorization, out var entry) && !_old.Entries.TryGetValue(authorization, out entry))
            return null;
        return clock.GetUtcNow() < entry.Until ? entry.Token : null;
    }

    public void Add(string authorization, ValidToken token)
    {
        var now = clock.GetUtcNow();
        var until = token.Expires - now < _rememberFor ? token.Expires : now + _rememberFor;
        if (until <= now)
            return;

        var generation = _young;
        generation.Entries[authorization] = new Entry(token, until);
        if (Interlocked.Increment(ref generation.Added) >= GenerationSize)
            Turn(generation);
    }

    private void Turn(Generation full)
    {
        lock (_turning)
        {
            if (_young != full)
                return;
            _old = full;
            _young = new Generation();
        }
    }

    private sealed record Entry(ValidToken Token, DateTimeOffset Until);

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<string, Entry> Entries = new(StringComparer.Ordinal);
        public int Added;
    }
}
