namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>Why a connection is closed (RFC 6455, section 7.4.1).</summary>
public enum ConnectionCloseReason
{
    /// <summary>All is said.</summary>
    NormalClosure = 1000,

    /// <summary>The server goes away.</summary>
    EndpointUnavailable = 1001,

    /// <summary>The client breaks the protocol.</summary>
    ProtocolError = 1002,

    /// <summary>The client sent a kind of message that is not taken.</summary>
    InvalidMessageType = 1003,

    /// <summary>No reason was given.</summary>
    Empty = 1005,

    /// <summary>The message is not of its type, such as text that is not UTF-8.</summary>
    InvalidPayloadData = 1007,

    /// <summary>The client may not do what it does.</summary>
    PolicyViolation = 1008,

    /// <summary>The message is too large.</summary>
    MessageTooBig = 1009,

    /// <summary>The client misses an extension.</summary>
    MandatoryExtension = 1010,

    /// <summary>The server failed.</summary>
    InternalServerError = 1011,
}
