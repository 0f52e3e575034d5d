namespace Training.Scenarios.Tests;

/// <summary>The violation codes of content/sanctions/policy.yaml.</summary>
internal static class ViolationCatalogue
{
    public static IReadOnlySet<string> Codes()
    {
        var policy = (YamlMap)YamlTree.Read(File.ReadAllText(RepositoryRoot.At("content", "sanctions", "policy.yaml")));
        return ((YamlMap)policy.Entries.Single(entry => entry.Key == "violations").Value).Entries.Select(entry => entry.Key).ToHashSet();
    }
}
