using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class CallerCacheTests
{
    private static readonly Caller Ada = new(OrganisationId.New(TimeProvider.System), null, "ada", FrozenSet<Role>.Empty);

    private readonly MovableClock _clock = new();

    [Fact]
    public void Find_returns_the_caller_of_exactly_this_header()
    {
        var cache = Remembering(TimeSpan.FromMinutes(5));
        cache.Add("Bearer a.b.c", AdaUntil(_clock.Now.AddHours(1)));

        Assert.Same(Ada, cache.Find("Bearer a.b.c")?.Caller);
        Assert.Null(cache.Find("Bearer a.b.C"));
        Assert.Null(cache.Find("bearer a.b.c"));
        Assert.Null(cache.Find("Bearer a.b."));
    }

    [Fact]
    public void Find_returns_nobody_from_the_moment_the_token_expires()
    {
        var cache = Remembering(TimeSpan.FromMinutes(5));
        cache.Add("token", AdaUntil(_clock.Now.AddSeconds(10)));

        _clock.Now += TimeSpan.FromSeconds(9.999);
        Assert.NotNull(cache.Find("token"));
        _clock.Now += TimeSpan.FromSeconds(0.001);
        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void Find_returns_nobody_when_the_token_was_validated_too_long_ago()
    {
        var cache = Remembering(TimeSpan.FromMinutes(5));
        cache.Add("token", AdaUntil(_clock.Now.AddHours(1)));

        _clock.Now += TimeSpan.FromMinutes(5);

        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void Find_returns_nobody_when_nothing_is_to_be_remembered()
    {
        var cache = Remembering(TimeSpan.Zero);
        cache.Add("token", AdaUntil(_clock.Now.AddHours(1)));

        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public async Task Memory_is_bounded_when_many_tokens_come_from_many_sides()
    {
        var cache = Remembering(TimeSpan.FromMinutes(5));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(side => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
                cache.Add($"{side}/{i}", AdaUntil(_clock.Now.AddHours(1)));
        })));

        Assert.InRange(cache.Count, CallerCache.GenerationSize, 2 * CallerCache.GenerationSize + 8);
        cache.Add("newest", AdaUntil(_clock.Now.AddHours(1)));
        Assert.NotNull(cache.Find("newest"));
        Assert.Null(cache.Find("0/0"));
    }

    private static ValidToken AdaUntil(DateTimeOffset expires) => new(Ada, expires);

    private CallerCache Remembering(TimeSpan time) =>
        new(Options.Create(new HostingOptions { Identity = { RememberFor = time } }), _clock);
}
