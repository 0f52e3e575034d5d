namespace Training.AppHost.Sample.Content;

/// <summary>What people write: the folder content/.</summary>
internal sealed class SampleFiles(string folder)
{
    public string Curriculum => At("curricula", "yearly-refresher.yaml");

    public string SanctionPolicy => At("sanctions", "policy.yaml");

    /// <summary>Every scenario document, in the order of its name.</summary>
    public IReadOnlyList<string> Scenarios => [.. Directory.GetFiles(At("scenarios"), "*.yaml").Order(StringComparer.Ordinal)];

    public string At(params string[] path) => Path.Combine([folder, .. path]);
}
