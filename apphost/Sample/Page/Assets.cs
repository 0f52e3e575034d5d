using Microsoft.AspNetCore.Http;

namespace Training.AppHost.Sample.Page;

/// <summary>The page's own files, which are inside the program.</summary>
internal static class Assets
{
    public static async Task SendAsync(HttpResponse response, string name, string contentType)
    {
        await using var asset = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        response.ContentType = $"{contentType}; charset=utf-8";
        response.ContentLength = asset.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        await asset.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }
}
