namespace Training.Hosting;

/// <summary>The one sentence in which every configuration error is told.</summary>
internal static class ConfigurationKey
{
    public static string Refusal(string key, string reason) =>
        $"{key}: {reason} Set it in appsettings.json or as the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}.";
}
