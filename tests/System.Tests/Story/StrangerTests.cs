using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Scenarios.V1;

namespace Training.System.Tests.Story;

/// <summary>Somebody who has read the README only adds a scenario file, lists it, and starts again on the same data.</summary>
public sealed class StrangerTests
{
    private const string Code = "faxing-strangers-desk";

    [Fact]
    public async Task A_scenario_file_that_is_added_and_listed_is_assigned_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var content = folder.At("content");
        Copy(RepositoryRoot.At("content"), content);
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10, content: content);
        await house.PlayAsync();
        Assert.Equal(0, await house.StopAsync());

        AddScenario(content);
        await house.StartAsync();
        await house.PlayAsync();

        using var callers = new Callers(house);
        var auditor = callers.As(Role.Auditor);
        var scenarios = (await callers.Services.Scenarios.ListScenariosAsync(new ListScenariosRequest { PageSize = Pages.Largest }, auditor)).Scenarios;
        var added = Assert.Single(scenarios, scenario => scenario.Code == Code);
        var campaigns = (await callers.Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), auditor)).Campaigns;
        Assert.Equal([2, 1], campaigns.Select(campaign => campaign.Version));
        var assignments = (await callers.Services.Assignments.ListAssignmentsAsync(new ListAssignmentsRequest { CampaignId = campaigns[0].Id }, auditor)).Assignments;
        Assert.NotEmpty(assignments);
        Assert.All(assignments, assignment => Assert.Contains(assignment.Items, item => item.ScenarioId == added.Id));
        Assert.Contains(added.Title, await house.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_file_with_a_mistake_is_named_with_its_line_and_the_rest_of_the_story_is_told()
    {
        using var folder = new TemporaryFolder();
        var content = folder.At("content");
        Copy(RepositoryRoot.At("content"), content);
        var file = Path.Combine(content, "scenarios", "stranger.yaml");
        File.WriteAllText(file, File.ReadAllText(Shipped(content)).Replace("code: faxing-registration", "code: stranger", StringComparison.Ordinal).Replace("next: tray", "next: nowhere", StringComparison.Ordinal));
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10, content: content);
        await house.PlayAsync();
        Assert.Contains("content/scenarios/stranger.yaml, line ", await house.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_file_that_bears_anothers_code_or_an_unknown_violation_is_told()
    {
        using var folder = new TemporaryFolder();
        var content = folder.At("content");
        Copy(RepositoryRoot.At("content"), content);
        var shipped = File.ReadAllText(Shipped(content));
        File.WriteAllText(Path.Combine(content, "scenarios", "copied.yaml"), shipped);
        File.WriteAllText(
            Path.Combine(content, "scenarios", "unknown-violation.yaml"),
            shipped.Replace("code: faxing-registration", "code: unknown-violation", StringComparison.Ordinal).Replace("P08", "P77", StringComparison.Ordinal));
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10, content: content);
        await house.PlayAsync();
        var page = await house.PageAsync();
        Assert.Contains("content/scenarios/copied.yaml has the code 'faxing-registration' and is left out", page, StringComparison.Ordinal);
        Assert.Contains("content/scenarios/unknown-violation.yaml names P77", page, StringComparison.Ordinal);
        Assert.Contains("13 of 14 documents", house.Output, StringComparison.Ordinal);
    }

    private static void AddScenario(string content)
    {
        var document = File.ReadAllText(Shipped(content))
            .Replace("code: faxing-registration", $"code: {Code}", StringComparison.Ordinal)
            .Replace("title: The referral fax", "title: A stranger's fax", StringComparison.Ordinal)
            .Replace("variant: registration", "variant: reception", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(content, "scenarios", $"{Code}.yaml"), document);
        var curriculum = Path.Combine(content, "curricula", "yearly-refresher.yaml");
        File.WriteAllText(curriculum, File.ReadAllText(curriculum).Replace("citations:", $"  - {{ code: {Code}, strand: crossover }}\ncitations:", StringComparison.Ordinal));
    }

    private static string Shipped(string content) => Path.Combine(content, "scenarios", "faxing-registration.yaml");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
