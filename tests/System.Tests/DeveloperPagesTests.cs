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
        await page.WaitForSelectorAsync(".graphiql-query-editor .CodeMirror");

        var token = DevelopmentTokens.In(house.DataFolder, TimeProvider.System).Mint(Somebody.Hospital, null, "a test", [Role.Hr], TimeSpan.FromMinutes(5));
        await WriteAsync(page, ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror", $$"""{"authorization":"Bearer {{token}}"}""");
        await RunAsync(page, "{ sites { totalCount } }");
        await ShowsAsync(page, ".result-window", "\"totalCount\": 0");

        await RunAsync(page, $"subscription {{ campaignProgress(campaignId: \"{Convert.ToBase64String("Campaign:0199f1c2-7a3b-7c4d-8e5f-0123456789ab"u8)}\") {{ __typename }} }}");
        await ShowsAsync(page, ".result-window", "\"campaignProgress\"");
        Assert.All(asked, address => Assert.Equal("127.0.0.1", address.Host));
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

    private static Task<AppHostInstallation> StartAsync()
    {
        Browser.SkipIfMissing();
        NodePeer.SkipIfMissing();
        return AppHostInstallation.StartAsync(TestDatabases.Sqlite, Settings.FewestPeople, sample: "no");
    }

    private static async Task<(IPage Page, IReadOnlyCollection<Uri> Asked)> OpenAsync(IBrowser browser, Uri address)
    {
        var page = await browser.NewPageAsync();
        var asked = new global::System.Collections.Concurrent.ConcurrentBag<Uri>();
        page.PageError += (_, error) => Assert.Fail($"The page's script failed: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                asked.Add(new Uri(request.Url));
        };
        page.WebSocket += (_, socket) => asked.Add(new Uri(socket.Url));
        await page.GotoAsync(address.AbsoluteUri);
        return (page, asked);
    }

    private static Task WriteAsync(IPage page, string editor, string text) =>
        page.EvaluateAsync("([editor, text]) => document.querySelector(editor).CodeMirror.setValue(text)", new[] { editor, text });

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

    private static async Task RunAsync(IPage page, string query)
    {
        await WriteAsync(page, ".graphiql-query-editor .CodeMirror", query);
        await page.ClickAsync(".graphiql-execute-button");
    }
}
