namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>What a client does on one connection.</summary>
public interface ISocketSession
{
    /// <summary>The connection.</summary>
    ISocketConnection Connection { get; }
}
