using System.Diagnostics;
using System.Globalization;

namespace Training.System.Tests.Story;

/// <summary>The apphost is killed at random moments of the story, and the story goes on to the same end.</summary>
public sealed class KillTests
{
    private const int People = 30;
    private const int KillsAStory = 3;

    [Fact]
    public async Task A_killed_story_comes_to_the_same_end_as_one_that_was_left_alone()
    {
        var kills = LongRun.Count(KillsAStory, 51);
        var seed = Seed();
        LongRun.Print($"apphost is killed {kills} times, at moments of seed {seed}");
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        IReadOnlyList<string> undisturbed;
        await using (var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, People))
        {
            await house.PlayAsync();
            undisturbed = await Export.ReadAsync(house);
        }

        var whole = watch.Elapsed;
        for (var story = 0; story < kills / KillsAStory; story++)
        {
            await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, People);
            for (var kill = 0; kill < KillsAStory; kill++)
            {
                // Any moment, the start included; later kills meet a story that has gone on.
                await Task.Delay(random.Next((int)(whole.TotalMilliseconds / KillsAStory)));
                await house.KillAsync();
                await house.StartAsync();
            }

            await house.PlayAsync();
            Compare(undisturbed, await Export.ReadAsync(house));
        }

        LongRun.Print($"apphost killed {kills} times: every story ended the same, {undisturbed.Count:#,0} exported rows compared each time");
    }

    private static int Seed() => Environment.GetEnvironmentVariable("TRAINING_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Environment.TickCount;

    // Rows as a bag: of two that read alike, one may be missing.
    private static void Compare(IReadOnlyList<string> undisturbed, IReadOnlyList<string> killed)
    {
        var (missing, added) = (Without(undisturbed, killed), Without(killed, undisturbed));
        Assert.True(missing.Count + added.Count == 0, $"Missing:\n{string.Join('\n', missing)}\nAdded:\n{string.Join('\n', added)}");
    }

    private static List<string> Without(IEnumerable<string> rows, IEnumerable<string> others)
    {
        var left = others.CountBy(row => row).ToDictionary();
        return [.. rows.Where(row => !left.TryGetValue(row, out var count) || (left[row] = count - 1) < 0).Take(5)];
    }
}
