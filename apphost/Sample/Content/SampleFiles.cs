namespace Training.AppHost.Sample.Content;

/// <summary>The folder content/, which is copied beside the program when it is built.</summary>
internal static class SampleFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "content");

    public static string Curriculum => At("curricula", "yearly-refresher.yaml");

    public static string SanctionPolicy => At("sanctions", "policy.yaml");

    /// <summary>Every scenario document, in the order of its name.</summary>
    public static IReadOnlyList<string> Scenarios => [.. Directory.GetFiles(At("scenarios"), "*.yaml").Order(StringComparer.Ordinal)];

    public static string At(params string[] path) => Path.Combine([Root, .. path]);
}
