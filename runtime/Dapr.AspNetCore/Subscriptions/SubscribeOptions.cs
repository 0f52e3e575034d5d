namespace Dapr;

/// <summary>What holds for all subscriptions of a program.</summary>
public class SubscribeOptions
{
    /// <summary>Whether messages come as they were published.</summary>
    public bool EnableRawPayload { get; set; }
}
