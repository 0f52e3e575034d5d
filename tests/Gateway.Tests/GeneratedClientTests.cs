using System.Text.Json;

namespace Training.Gateway.Tests;

/// <summary>A client can be generated from the committed schema: npm's graphql checks every example against it, field by field and variable by variable.</summary>
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
}
