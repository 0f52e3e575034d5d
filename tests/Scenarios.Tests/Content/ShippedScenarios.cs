namespace Training.Scenarios.Tests;

/// <summary>The documents of content/scenarios.</summary>
internal static class ShippedScenarios
{
    private static readonly string Folder = RepositoryRoot.At("content", "scenarios");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public static (ScenarioGraph? Graph, IReadOnlyList<Finding> Findings) Check(string file) => ScenarioDocument.Check(File.ReadAllText(Path.Combine(Folder, file)));

    public static IReadOnlyList<ScenarioGraph> All => [.. Files.Select(file => Check(file).Graph).OfType<ScenarioGraph>()];
}
