namespace Training.Runtime.LocalSidecar;

/// <summary>Topic scopes of a pub/sub component, in Dapr's notation: <c>app1=topic1,topic2;app2=</c>. An app that is not listed is unrestricted.</summary>
public sealed class SidecarScopes
{
    /// <summary>Who may publish what.</summary>
    public string? PublishingScopes { get; set; }

    /// <summary>Who may subscribe to what.</summary>
    public string? SubscriptionScopes { get; set; }

    /// <summary>If set, the only topics there are: <c>topic1,topic2</c>.</summary>
    public string? AllowedTopics { get; set; }

    /// <summary>Topics that need an explicit scope: <c>topic1,topic2</c>.</summary>
    public string? ProtectedTopics { get; set; }
}
