namespace Training.Runtime.LocalSidecar;

/// <summary>Refuses options that cannot work, before anything is started.</summary>
internal static class SidecarOptionsCheck
{
    /// <exception cref="ArgumentException">The message says which setting is wrong and what to write instead.</exception>
    public static void Run(SidecarOptions options)
    {
        Require(options.DeliveriesInFlight > 0, "Sidecar:DeliveriesInFlight must be at least 1.");
        Require(options.DeliveryTimeout > TimeSpan.Zero, "Sidecar:DeliveryTimeout must be positive.");
        Require(options.InboundRetries is null or >= 0, "Sidecar:InboundRetries must not be negative; leave it out for no limit.");
        Require(options.InboundRetryDelay >= TimeSpan.Zero, "Sidecar:InboundRetryDelay must not be negative.");
        foreach (var app in options.Apps)
            Check(app);
        var twice = options.Apps.GroupBy(app => app.Id).FirstOrDefault(app => app.Count() > 1);
        Require(twice is null, $"Sidecar:Apps names the app '{twice?.Key}' more than once.");
    }

    private static void Check(SidecarApp app)
    {
        Require(app.Id.Length > 0, "An entry of Sidecar:Apps lacks its Id.");
        Require(app.AppProtocol is "http" or "h2c", $"Sidecar:Apps: the AppProtocol of '{app.Id}' is '{app.AppProtocol}', but must be http or h2c.");
        Require(
            app.AppAddress is null || (Uri.TryCreate(app.AppAddress, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp),
            $"Sidecar:Apps: the AppAddress of '{app.Id}' is '{app.AppAddress}', but must be like http://127.0.0.1:5001.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise);
    }
}
