using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Training.AppHost.Sample.Page;

/// <summary>The page on the base port: what this is, what became of the sample, where to go next; and /healthz.</summary>
internal sealed class FirstPage : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly PageReader _reader;
    private readonly Func<CancellationToken, Task<bool>> _isReady;

    private FirstPage(WebApplication web, PageReader reader, Func<CancellationToken, Task<bool>> isReady) =>
        (_web, _reader, _isReady) = (web, reader, isReady);

    /// <param name="port">On loopback.</param>
    /// <param name="reader">Reads what the page shows.</param>
    /// <param name="isReady">Whether every service would take a call now.</param>
    /// <param name="ct">Stops the start.</param>
    public static async Task<FirstPage> StartAsync(int port, PageReader reader, Func<CancellationToken, Task<bool>> isReady, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, Guest>();
        builder.Services.AddScoped<HtmlRenderer>();
        builder.Services.AddScoped<Shown>();
        var page = new FirstPage(builder.Build(), reader, isReady);
        page._web.Run(page.AnswerAsync);
        await page._web.StartAsync(ct);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return (isRead, http.Request.Path.Value) switch
        {
            (false, _) => PlainAsync(http.Response, StatusCodes.Status405MethodNotAllowed, "This page is for reading. Commands go to the gateway, by GraphQL.\n"),
            (_, "/") => ShowAsync(http),
            (_, "/healthz") => HealthAsync(http),
            (_, "/style.css") => Assets.SendAsync(http.Response, "style.css", "text/css"),
            (_, "/progress.js") => Assets.SendAsync(http.Response, "progress.js", "text/javascript"),
            _ => PlainAsync(http.Response, StatusCodes.Status404NotFound, "There is nothing here. The first page is at /.\n"),
        };
    }

    private async Task HealthAsync(HttpContext http)
    {
        var ready = await _isReady(http.RequestAborted);
        await PlainAsync(
            http.Response, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, ready ? "ready\n" : "starting, or a service is not ready: see its /readyz\n");
    }

    private async Task ShowAsync(HttpContext http)
    {
        http.RequestServices.GetRequiredService<Shown>().Model = await _reader.ReadAsync(http.RequestAborted);
        var renderer = http.RequestServices.GetRequiredService<HtmlRenderer>();
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Document>()).ToHtmlString());
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static Task PlainAsync(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text);
    }
}
