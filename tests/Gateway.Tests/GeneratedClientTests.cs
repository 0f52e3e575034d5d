using System.Text.Json;

namespace Training.Gateway.Tests;

/// <summary>A client can be generated from the committed schema: npm's graphql checks against it, field by field, every example and all that the sample asks.</summary>
public sealed class GeneratedClientTests
{
    [SkippableFact]
    public async Task Examples_are_typed_by_the_committed_schema_in_the_reference_implementation()
    {
        NodePeer.SkipIfMissing();
        var run = await NodePeer.RunAsync("graphql/examples.mjs", RepositoryRoot.At("gateway", "schema.graphql"), Example.Folder);

        Assert.True(run.ExitCode == 0, run.ToString());
        using var said = JsonDocument.Parse(run.Output);
        Assert.Equal("[]", said.RootElement.GetProperty("problems").ToString());
        Assert.True(said.RootElement.GetProperty("operations").GetInt32() >= Example.Names.Sum(name => Example.Read(name).Steps.Count));
        Assert.True(said.RootElement.GetProperty("typed").GetInt32() > 150);
    }

    [SkippableFact]
    public async Task What_the_sample_asks_is_typed_by_the_committed_schema_and_asked_by_the_class_beside_it()
    {
        NodePeer.SkipIfMissing();
        var sample = RepositoryRoot.At("apphost", "Sample");
        var run = await NodePeer.RunAsync("graphql/documents.mjs", RepositoryRoot.At("gateway", "schema.graphql"), sample);

        Assert.True(run.ExitCode == 0, run.ToString());
        using var said = JsonDocument.Parse(run.Output);
        Assert.Equal("[]", said.RootElement.GetProperty("problems").ToString());
        var operations = said.RootElement.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString()!.Split(' ')).ToList();
        Assert.All(operations, operation =>
            Assert.Contains($"\"{operation[1]}\"", File.ReadAllText(Path.Combine(sample, Path.ChangeExtension(operation[0], ".cs"))), StringComparison.Ordinal));
        Assert.True(operations.Count >= 30, $"only {operations.Count} operations were found");
        Assert.True(said.RootElement.GetProperty("typed").GetInt32() > 200);
    }
}
