using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class ConcurrencyTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_acts_once_when_the_same_call_comes_six_times_at_once(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var file = Line.File(Line.Many(800));

        var imports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hospital.ImportAsync(file, key: "tonight")));

        Assert.All(imports, import => Assert.Equal(imports[0], import));
        var stored = await Stored.InAsync(service);
        Assert.Equal((800, 800, 1), (stored.Members, stored.History, stored.Imports));
        Assert.Equal(800, (await service.PublishedAsync<MembersChanged>(atLeast: 2)).Sum(batch => batch.Members.Count));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_adds_nobody_twice_when_different_files_come_at_once(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);

        var imports = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => hospital.ImportAsync(Line.Many(100 + i))));

        Assert.Equal(imports.Sum(import => import.Counts.Added), (await hospital.MembersAsync()).Count);
        var histories = await Task.WhenAll(Enumerable.Range(1001, 105).Where(number => number % 10 == 0).Select(number => hospital.HistoryAsync($"{number}")));
        Assert.All(histories, history => Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => (int)entry.Member.Version)));
    }
}
