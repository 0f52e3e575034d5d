using Microsoft.Extensions.Caching.Memory;
using Training.Hosting;

namespace Training.Scenarios;

/// <summary>
/// Runs as their last commit left them, so that the next choice need not read them. A choice that is made never changes, so what is remembered is
/// right as far as it goes; where another process has gone on, the key of its choice refuses ours, and the run is read after all.
/// </summary>
internal sealed class OpenRuns : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The run, if it is remembered at this step. It is the taker's alone and is not remembered any more.</summary>
    public Run? Take(OrganisationId organisation, RunId id, int step) =>
        _cache.Get<Place>((organisation, id))?.Take() is { } run && run.Step == step ? run : null;

    /// <summary>Remembers what is committed: to be called after the commit, and by nobody who still uses the run.</summary>
    public void Leave(Run run) =>
        _cache.Set((run.Organisation, run.Id), new Place(run), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });

    public void Dispose() => _cache.Dispose();

    private sealed class Place(Run run)
    {
        private Run? _run = run;

        public Run? Take() => Interlocked.Exchange(ref _run, null);
    }
}
