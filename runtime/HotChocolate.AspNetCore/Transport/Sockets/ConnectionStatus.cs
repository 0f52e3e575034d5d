namespace HotChocolate.AspNetCore.Subscriptions.Protocols;

/// <summary>Whether a connection is accepted.</summary>
public sealed class ConnectionStatus
{
    private ConnectionStatus(bool accepted, string message) => (Accepted, Message) = (accepted, message);

    /// <summary>Whether it is.</summary>
    public bool Accepted { get; }

    /// <summary>What the client is told.</summary>
    public string Message { get; }

    /// <summary>It is accepted.</summary>
    /// <returns>The status.</returns>
    public static ConnectionStatus Accept() => new(true, "Your connection was accepted.");

    /// <summary>It is refused, and closed with 4401.</summary>
    /// <param name="message">Why, in at most 123 bytes of UTF-8.</param>
    /// <returns>The status.</returns>
    public static ConnectionStatus Reject(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        return new ConnectionStatus(false, message);
    }

    /// <summary>It is refused, and closed with 4401.</summary>
    /// <returns>The status.</returns>
    public static ConnectionStatus Reject() => Reject("Your connection was rejected.");
}
