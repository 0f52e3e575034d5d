using System.Net;
using System.Text.Json;

namespace Training.Gateway.Tests;

/// <summary>The pages for developers.</summary>
public sealed class PagesTests
{
    public static TheoryData<string> Pages => ["/graphiql", "/scalar"];

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_and_all_that_it_names_come_from_here(string path)
    {
        NodePeer.SkipIfMissing();
        await using var gateway = await StartAsync(RepositoryRoot.At("tests", "peers", "node_modules"));
        using var page = await gateway.Http.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("//", html);

        var files = html.Split('"').Where(part => part.StartsWith(path[1..] + "/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var response = await gateway.Http.GetAsync("/" + file);
            Assert.True(response.IsSuccessStatusCode, file);
            Assert.True(response.Content.Headers.ContentType!.MediaType is "text/javascript" or "text/css", file);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_says_what_to_install_when_the_packages_are_missing(string path)
    {
        await using var gateway = await StartAsync("nowhere");
        using var page = await gateway.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("make deps", await page.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/graphiql/../appsettings.json")]
    [InlineData("/graphiql/%2e%2e%2fappsettings.json")]
    [InlineData("/scalar/package.json")]
    public async Task Nothing_else_is_given(string path)
    {
        await using var gateway = await StartAsync(RepositoryRoot.At("tests", "peers", "node_modules"));
        using var response = await gateway.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task GraphiQL_is_for_Development_only()
    {
        await using var gateway = await StartAsync(RepositoryRoot.At("tests", "peers", "node_modules"), "Production");
        using var page = await gateway.Http.GetAsync("/graphiql");
        using var sdl = await gateway.Http.GetAsync("/graphql?sdl");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, sdl.StatusCode));
    }

    [Fact]
    public async Task OpenAPI_describes_each_REST_endpoint()
    {
        await using var gateway = await StartAsync("nowhere");
        using var document = JsonDocument.Parse(await gateway.Http.GetStringAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(["/roster", "/roster/preview"], paths.EnumerateObject().Select(path => path.Name));
        var import = paths.GetProperty("/roster").GetProperty("post");
        Assert.True(import.GetProperty("requestBody").GetProperty("content").TryGetProperty("text/csv", out _));
        Assert.Equal(["effectiveOn", "fileName", "confirmedLeavers", "Idempotency-Key"], import.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Contains("Importing the same file again changes nothing", import.GetProperty("description").GetString());
        var preview = paths.GetProperty("/roster/preview").GetProperty("post");
        Assert.Equal(["effectiveOn", "fileName"], preview.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    private static Task<GatewayUnderTest> StartAsync(string packages, string environment = "Development") => GatewayUnderTest.StartAsync(
        new AnsweringServices(), also: builder => builder.Configuration["Pages:Packages"] = packages, environment: environment);
}
