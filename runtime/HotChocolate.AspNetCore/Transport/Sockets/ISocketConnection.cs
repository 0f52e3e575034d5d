using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>An accepted WebSocket connection.</summary>
public interface ISocketConnection
{
    /// <summary>The handshake's request; what is set on it (its user, its headers) holds for all operations of the connection.</summary>
    HttpContext HttpContext { get; }

    /// <summary>Whether it is closed.</summary>
    bool IsClosed { get; }

    /// <summary>The handshake's services.</summary>
    IServiceProvider RequestServices { get; }

    /// <summary>Ends with the connection.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>Closes it.</summary>
    /// <param name="message">Why, in at most 123 bytes of UTF-8.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="cancellationToken">Ends the wait for the client to take it.</param>
    /// <returns>When it is told.</returns>
    Task CloseAsync(string message, ConnectionCloseReason reason, CancellationToken cancellationToken);

    /// <summary>Closes it with a code of the protocol's own.</summary>
    /// <param name="message">Why, in at most 123 bytes of UTF-8.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="cancellationToken">Ends the wait for the client to take it.</param>
    /// <returns>When it is told.</returns>
    Task CloseAsync(string message, int reason, CancellationToken cancellationToken);
}
