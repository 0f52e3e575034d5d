using System.Text.Json;

namespace HotChocolate.AspNetCore.Subscriptions.Protocols;

/// <summary>What a message carries.</summary>
public interface IOperationMessagePayload
{
    /// <summary>The payload, or <c>null</c> where the message has none. Readable until the call that it was given to returns.</summary>
    JsonElement? Payload { get; }
}
