using System.Diagnostics;
using Training.Contracts;
using Training.Operations.V1;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>Publisher, subscriber and sidecar are killed at random moments, again and again, while callers call.</summary>
public sealed class RandomKillTests
{
    private const int CallersAtOnce = 4;
    private const string A = "publisher";
    private const string B = "subscriber";

    [SkippableTheory]
    [InlineData(TestDatabases.Sqlite, 12, 600)]
    [InlineData(TestDatabases.Postgres, 8, 400)]
    public async Task Every_accepted_command_is_counted_once_on_both_sides_when_either_side_is_killed_at_random_moments(string provider, int some, int all)
    {
        var kills = LongRun.Count(some, all);
        var seed = Environment.GetEnvironmentVariable("TRAINING_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        await using var house = await KillableHouse.StartAsync(provider, A, B);
        var callers = new Callers(house.Suggestions(A), house.People);

        await callers.CallAsync(CallersAtOnce, async () =>
        {
            // Each part has its own killer, so that several may be dead at once. The sidecar keeps nothing, so it matters less.
            var left = kills;
            await Task.WhenAll(new[] { (A, 1), (B, 1), (KillableHouse.SidecarPart, 5) }.Select(async part =>
            {
                var (who, patience) = part;
                var mine = new Random(random.Next());
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    // Half of the kills come while it starts, half while it works.
                    if (mine.Next(2) == 0)
                        await Task.Delay(mine.Next(500 * patience));
                    else
                        await callers.HaveAcceptedAsync(mine.Next(1, 25 * patience), atMost: TimeSpan.FromSeconds(10));
                    await house.KillAndRestartAsync(who);
                }
            }));
            await callers.HaveAcceptedAsync(1);
        });

        foreach (var who in new[] { A, B })
        {
            await Eventually.IsTrueAsync(
                async () => await house.NumberAsync(who, "SELECT count(*) FROM outbox WHERE sent IS NULL") == 0, $"the outbox of {who} is empty", TimeSpan.FromSeconds(60));
            Assert.Equal(callers.Accepted, (await house.Suggestions(who).GetTallyAsync(new GetTallyRequest(), house.Call(Role.Employee))).Made);
        }

        Assert.Equal(callers.Accepted, await house.NumberAsync(A, "SELECT count(*) FROM suggestions"));
        Assert.Equal(callers.Accepted, await house.NumberAsync(A, "SELECT count(*) FROM outbox WHERE NOT parked"));
        var audit = await house.Operations(A).VerifyAuditAsync(new VerifyAuditRequest(), house.Call(Role.Operator));
        Assert.True(audit.Intact, audit.Finding);
        LongRun.Print(
            $"kill -9 at random, {provider}, seed {seed}: {house.Kills} kills, {callers.Accepted} commands and events, {callers.Refusals} calls repeated, "
            + $"{watch.Elapsed.TotalSeconds:0} s, restart {house.AverageRestart.TotalMilliseconds:0} ms");
    }
}
