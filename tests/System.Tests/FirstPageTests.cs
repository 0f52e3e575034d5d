using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Training.System.Tests;

/// <summary>The first page in a real browser: what it shows, and whether everybody can read it (WCAG 2.1 AA).</summary>
public sealed class FirstPageTests
{
    private static readonly int People = LongRun.Count(20, 200);

    [SkippableFact]
    public async Task The_first_page_tells_the_whole_story_and_anybody_can_read_it()
    {
        Browser.SkipIfMissing();
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, People);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);

        var page = await OpenAsync(browser, house.Page, ColorScheme.Light);
        await HasNoViolationsAsync(page);
        // It follows the story by itself: nobody reloads it here.
        await page.WaitForSelectorAsync("#status[data-state=told]", new PageWaitForSelectorOptions { Timeout = 480_000 });
        await page.WaitForSelectorAsync("#isolation");
        await HasNoViolationsAsync(page);
        await ShowsTheStoryAsync(page);
        await WorksByKeyboardAsync(page);

        await HasNoViolationsAsync(await OpenAsync(browser, house.Page, ColorScheme.Dark));
        var narrow = await OpenAsync(browser, house.Page, ColorScheme.Light, width: 320);
        await HasNoViolationsAsync(narrow);
        Assert.True(await narrow.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), "nothing makes the page itself scroll sideways at 320 pixels");
    }

    [SkippableFact]
    public async Task An_empty_house_says_what_to_do_first()
    {
        Browser.SkipIfMissing();
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, People, sample: "no");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await OpenAsync(browser, house.Page, ColorScheme.Light);
        Assert.Contains("make run", await page.InnerTextAsync("#status"), StringComparison.Ordinal);
        await HasNoViolationsAsync(page);
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, Uri address, ColorScheme scheme, int width = 1280)
    {
        var page = await Browser.NewPageAsync(
            browser, new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    private static async Task HasNoViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] },
        });
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")));
        Assert.NotEmpty(result.Passes);
    }

    private static async Task ShowsTheStoryAsync(IPage page)
    {
        var text = await page.InnerTextAsync("main");
        Assert.All(
            new[] { "Cedar Valley Health", "Marguerite Okafor", "Dmitri Halvorsen", "Renata Kowalczyk", "Trained before it happened", "the same hash", "intact", "Juniper Street Family Clinic" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    // From the top, Tab reaches the skip link first; it leads to the story; a folded part opens by Enter.
    private static async Task WorksByKeyboardAsync(IPage page)
    {
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the story", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.FocusAsync("summary >> nth=0");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('details').open"));
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}
