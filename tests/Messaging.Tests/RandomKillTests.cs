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

    // Then it is killed all the same: another part may be down for long.
    private static readonly TimeSpan WorkPatience = TimeSpan.FromSeconds(20);

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
            await Task.WhenAll(new[] { (A, 20), (B, 20), (KillableHouse.SidecarPart, 100) }.Select(async part =>
            {
                var (who, most) = part;
                var mine = new Random(random.Next());
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    await HaveWorkedAsync(house, callers, who, mine.Next(1, most));
                    await Task.Delay(mine.Next(20));
                    await house.KillAsync(who);
                    if (mine.Next(3) == 0 && Interlocked.Decrement(ref left) >= 0)
                        await house.KillWhileStartingAsync(who, house.AverageRestart * mine.NextDouble());
                    await house.RestartAsync(who);
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
            $"kill -9 at random, {provider}, seed {seed}: {house.Kills} kills ({house.KillsWhileStarting} while starting), {callers.Accepted} commands and events, {callers.Refusals} calls repeated, "
            + $"{watch.Elapsed.TotalSeconds:0} s, restart {house.AverageRestart.TotalMilliseconds:0} ms");
    }

    // A publisher works when it accepts commands; the subscriber and the sidecar when events take effect at the subscriber.
    private static async Task HaveWorkedAsync(KillableHouse house, Callers callers, string who, int more)
    {
        if (who == A)
        {
            await callers.HaveAcceptedAsync(more, WorkPatience);
            return;
        }

        const string handled = "SELECT count(*) FROM inbox";
        var goal = await house.NumberAsync(B, handled) + more;
        var since = TimeProvider.System.GetTimestamp();
        await Eventually.IsTrueAsync(
            async () => await house.NumberAsync(B, handled) >= goal || TimeProvider.System.GetElapsedTime(since) > WorkPatience, "time goes by", 2 * WorkPatience);
    }
}
