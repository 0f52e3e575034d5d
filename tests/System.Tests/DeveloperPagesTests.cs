using Microsoft.Playwright;
using Training.AppHost;
using Training.Contracts;
using Training.Hosting;

namespace Training.System.Tests;

/// <summary>The gateway's pages for developers in a real browser: they work, and ask nobody outside this machine.</summary>
public sealed class DeveloperPagesTests
{
    [SkippableFact]
    public async Task GraphiQL_runs_a_query_in_the_name_of_the_token_in_its_headers_and_a_subscription()
    {
        await using var house = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var (page, asked) = await OpenAsync(browser, new Uri(house.Gateway, "graphiql"));
        var graphiQL = await GraphiQL.OnAsync(page);
        await graphiQL.UseTokenAsync(DevelopmentTokens.In(house.DataFolder, TimeProvider.System).Mint(Somebody.Hospital, null, "a test", [Role.Hr], TimeSpan.FromMinutes(5)));

        var sites = await graphiQL.RunAsync("{ sites { totalCount } }");
        Assert.Equal(0, (int)sites["data"]!["sites"]!["totalCount"]!);

        var watched = await graphiQL.RunAsync($"subscription {{ campaignProgress(campaignId: \"{Convert.ToBase64String("Campaign:0199f1c2-7a3b-7c4d-8e5f-0123456789ab"u8)}\") {{ __typename }} }}");
        Assert.Contains("campaignProgress", watched.ToJsonString(), StringComparison.Ordinal);
        Assert.All(asked, address => Assert.Equal("127.0.0.1", address.Host));
    }

    [SkippableFact]
    public async Task GraphiQL_runs_every_operation_of_the_committed_examples()
    {
        await using var house = await StartAsync("yes");
        await house.PlayAsync();
        using var callers = new Callers(house);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var (page, _) = await OpenAsync(browser, new Uri(house.Gateway, "graphiql"));
        var graphiQL = await GraphiQL.OnAsync(page);
        foreach (var name in Example.Names)
        {
            var example = Example.Read(name);
            await example.PlayAsync(async (step, variables) =>
            {
                await graphiQL.UseTokenAsync(await callers.TokenAsync(Enum.Parse<Role>(step.Role.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), step.EmployeeNumber));
                await graphiQL.WriteVariablesAsync(variables);
                return await graphiQL.RunAsync(example.Document, step.Operation, step.Until is null ? null : step.IsEnough);
            });
        }
    }

    [SkippableFact]
    public async Task Reference_shows_the_REST_endpoints()
    {
        await using var house = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var (page, asked) = await OpenAsync(browser, new Uri(house.Gateway, "scalar"));
        await ShowsAsync(page, "#reference", "Import the roster");
        await ShowsAsync(page, "#reference", "/roster");
        Assert.All(asked, address => Assert.Equal("127.0.0.1", address.Host));
    }

    private static Task<AppHostInstallation> StartAsync(string sample = "no")
    {
        Browser.SkipIfMissing();
        NodePeer.SkipIfMissing();
        return AppHostInstallation.StartAsync(TestDatabases.Sqlite, Settings.FewestPeople, sample);
    }

    private static async Task<(IPage Page, IReadOnlyCollection<Uri> Asked)> OpenAsync(IBrowser browser, Uri address)
    {
        var page = await Browser.NewPageAsync(browser);
        var asked = new global::System.Collections.Concurrent.ConcurrentBag<Uri>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                asked.Add(new Uri(request.Url));
        };
        page.WebSocket += (_, socket) => asked.Add(new Uri(socket.Url));
        await page.GotoAsync(address.AbsoluteUri);
        return (page, asked);
    }

    private static async Task ShowsAsync(IPage page, string where, string text)
    {
        try
        {
            await page.Locator(where).Filter(new LocatorFilterOptions { HasText = text }).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{where} does not show {text}, but: {await page.InnerTextAsync(where)}");
        }
    }
}
