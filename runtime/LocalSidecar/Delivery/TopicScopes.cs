namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>Who may publish and subscribe to which topics.</summary>
internal sealed class TopicScopes(IReadOnlyDictionary<string, SidecarScopes> byComponent)
{
    public bool MayPublish(string app, string pubSub, string topic) =>
        !byComponent.TryGetValue(pubSub, out var scopes) || IsAllowed(app, topic, scopes, scopes.PublishingScopes);

    public bool MaySubscribe(string app, string pubSub, string topic) =>
        !byComponent.TryGetValue(pubSub, out var scopes) || IsAllowed(app, topic, scopes, scopes.SubscriptionScopes);

    private static bool IsAllowed(string app, string topic, SidecarScopes scopes, string? perApp)
    {
        var exists = string.IsNullOrEmpty(scopes.AllowedTopics) || Names(scopes.AllowedTopics).Contains(topic) || IsProtected(scopes, topic);
        var own = TopicsOf(app, perApp);
        return exists && (own?.Contains(topic) ?? !IsProtected(scopes, topic));
    }

    private static bool IsProtected(SidecarScopes scopes, string topic) => Names(scopes.ProtectedTopics).Contains(topic);

    /// <summary>Null if the app is not listed.</summary>
    private static string[]? TopicsOf(string app, string? perApp) => (perApp ?? "")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(scope => scope.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(scope => scope[0] == app)
        .Select(scope => Names(scope.ElementAtOrDefault(1)))
        .LastOrDefault();

    private static string[] Names(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
