namespace Training.Scenarios.Tests;

/// <summary>The clauses of content/law/clauses.yaml.</summary>
internal static class LawRegister
{
    public static IReadOnlySet<string> Verified()
    {
        var register = (YamlMap)YamlTree.Read(File.ReadAllText(RepositoryRoot.At("content", "law", "clauses.yaml")));
        var clauses = ((YamlList)register.Entries.Single(entry => entry.Key == "clauses").Value).Items.Cast<YamlMap>();
        return clauses.Where(clause => Of(clause, "status") == "verified").Select(clause => Of(clause, "citation")).ToHashSet();
    }

    private static string Of(YamlMap clause, string key) => ((YamlText)clause.Entries.Single(entry => entry.Key == key).Value).Value;
}
