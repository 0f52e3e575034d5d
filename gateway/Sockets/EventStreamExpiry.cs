using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Training.Hosting;

namespace Training.Gateway;

/// <summary>An event stream ends with the token that it was asked for by, as a WebSocket connection does.</summary>
internal static class EventStreamExpiry
{
    private const string EventStream = "text/event-stream";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void UseEventStreamExpiry(this IApplicationBuilder app) => app.Use(next => http =>
        http.Request.Headers.Accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase) ? RunAsync(next, http) : next(http));

    private static async Task RunAsync(RequestDelegate next, HttpContext http)
    {
        // A token that is refused here is refused by every service too, which says why.
        var result = await http.AuthenticateAsync(BearerAuthentication.Scheme);
        if (result.Properties?.ExpiresUtc is not { } expires)
        {
            await next(http);
            return;
        }

        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var left = expires - clock.GetUtcNow();
        await using var expiry = clock.CreateTimer(
            _ => http.Abort(), null, left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left, Timeout.InfiniteTimeSpan);
        await next(http);
    }
}
