using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Gateway;

/// <summary>
/// A page for developers that runs from npm packages on this machine. It fetches nothing from outside: what may be loaded is told to the browser, which
/// refuses the rest.
/// </summary>
/// <param name="Path">Where it is, such as <c>/scalar</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Packaged">Its files from packages: the name in the page's address, and the path below the folder of packages.</param>
internal sealed record Page(string Path, string Title, IReadOnlyDictionary<string, string> Packaged)
{
    private const string Own = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Assembly Assembly = typeof(Page).Assembly;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).ExcludeFromDescription();
        routes.MapGet(Path + "/{file}", GiveAsync).ExcludeFromDescription();
    }

    private Task ShowAsync(HttpContext http)
    {
        if (Packaged.Values.All(file => File.Exists(InPackages(http, file))))
            return GiveOwnAsync(http, "index.html");
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return http.Response.WriteAsync(
            $"{Title} is not installed here: the npm packages are missing. Run `make deps`, or let the setting {PagesOptions.Section}:{nameof(PagesOptions.Packages)} name a node_modules folder that has them.\n");
    }

    private Task GiveAsync(HttpContext http, string file) => Packaged.TryGetValue(file, out var packaged)
        ? GivePackagedAsync(http, InPackages(http, packaged))
        : GiveOwnAsync(http, file);

    private static async Task GivePackagedAsync(HttpContext http, string path)
    {
        if (!File.Exists(path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Say(http.Response, path);
        await http.Response.SendFileAsync(path, http.RequestAborted);
    }

    private async Task GiveOwnAsync(HttpContext http, string file)
    {
        await using var content = Assembly.GetManifestResourceStream($"{Path.TrimStart('/')}/{file}");
        if (content is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Say(http.Response, file);
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static void Say(HttpResponse response, string file)
    {
        response.ContentType = System.IO.Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        };
        response.Headers.ContentSecurityPolicy = Own;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
    }

    private static string InPackages(HttpContext http, string file)
    {
        var services = http.RequestServices;
        var folder = services.GetRequiredService<IOptions<PagesOptions>>().Value.Packages;
        return System.IO.Path.GetFullPath(file, System.IO.Path.GetFullPath(folder, services.GetRequiredService<IHostEnvironment>().ContentRootPath));
    }
}
