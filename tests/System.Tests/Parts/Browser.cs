using Microsoft.Playwright;

namespace Training.System.Tests;

/// <summary>Debian's chromium, driven by Playwright, which downloads nothing.</summary>
internal static class Browser
{
    private const string Program = "/usr/bin/chromium";
    private const float Patience = 120_000;

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static void SkipIfMissing() => Requirement.SkipIf(File.Exists(Program) ? null : "chromium is not installed: run `make deps` (or install Debian's chromium).");

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Headless = true, Args = Quiet, Timeout = Patience });

    /// <summary>An empty page that fails the test when a script of its fails.</summary>
    public static async Task<IPage> NewPageAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var page = await (await browser.NewContextAsync(options)).NewPageAsync();
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => Assert.Fail($"The page's script failed: {error}");
        return page;
    }
}
