using System.Collections.Concurrent;
using System.Text.Json;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Training.Hosting;

namespace Training.Gateway;

/// <summary>
/// Who speaks on a WebSocket connection. Browsers cannot send a header with the handshake, so the token comes as <c>connection_init</c>'s payload,
/// <c>{"authorization": "Bearer …"}</c>, and is checked as one in the header is. The connection ends with its token.
/// </summary>
internal sealed class SocketIdentity(TimeProvider clock) : DefaultSocketSessionInterceptor
{
    private const string Authorization = "authorization";

    // "Forbidden": clients of the protocol connect again after it, with a new token; after "unauthorized" they give up.
    private const int Expired = 4403;

    // A timer cannot wait longer than some weeks.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<ISocketSession, ITimer> _expiries = new();

    public override async ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        var http = session.Connection.HttpContext;
        if (TokenIn(connectionInitMessage.Payload) is { } token)
            http.Request.Headers.Authorization = token; // what calls to the services take along
        var result = await AuthenticateAsync(http);
        if (!result.Succeeded)
            return ConnectionStatus.Reject(result.Failure?.Message ?? "Send {\"authorization\": \"Bearer <token>\"} as the payload of connection_init.");

        http.User = result.Principal;
        if (result.Properties.ExpiresUtc is { } expires)
            _expiries[session] = clock.CreateTimer(_ => _ = EndAsync(session), null, Until(expires), Timeout.InfiniteTimeSpan);
        return ConnectionStatus.Accept();
    }

    public override async ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default)
    {
        if (_expiries.TryRemove(session, out var expiry))
            await expiry.DisposeAsync();
    }

    // In a scope of its own: the handshake's already knows that the handshake had no token.
    private static async Task<AuthenticateResult> AuthenticateAsync(HttpContext http)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(http, BearerAuthentication.Scheme);
    }

    private static Task EndAsync(ISocketSession session) =>
        session.Connection.CloseAsync("The token has expired. Connect again with a new one.", Expired, CancellationToken.None);

    private TimeSpan Until(DateTimeOffset expires)
    {
        var left = expires - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }

    private static string? TokenIn(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } given)
            return null;
        foreach (var entry in given.EnumerateObject())
        {
            if (entry.Name.Equals(Authorization, StringComparison.OrdinalIgnoreCase) && entry.Value.ValueKind == JsonValueKind.String)
                return entry.Value.GetString();
        }

        return null;
    }
}
