namespace Training.System.Tests.Story;

/// <summary>The main job, end to end, on a realistic hospital: each part of the story is asked for at the services.</summary>
public sealed class StoryTests
{
    private static readonly int People = LongRun.Count(60, 200);

    [SkippableTheory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_hospital_is_trained_from_the_roster_to_the_remedied_sanction_in_one_process(string provider)
    {
        await using var house = await AppHostInstallation.StartAsync(provider, People);
        await house.PlayAsync();
        await WholeStory.HoldsAsync(house, People);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_hospital_is_trained_from_the_roster_to_the_remedied_sanction_in_separate_processes(string provider)
    {
        await using var house = await SeparateProcesses.StartAsync(provider, People);
        await house.PlayAsync();
        await WholeStory.HoldsAsync(house, People);
    }
}
