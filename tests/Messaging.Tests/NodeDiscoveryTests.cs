using System.Text.Json;
using Training.Contracts;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class NodeDiscoveryTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_node_client_knows_and_calls_all_four_kinds_of_rpc_when_it_has_nothing_but_reflection(string provider)
    {
        NodePeer.SkipIfMissing();
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var employee = house.People.Token(People.Hospital, "Erin", Role.Employee);
        var integration = house.People.Token(People.Hospital, "hr-system", Role.Integration);

        var run = await NodePeer.RunAsync("messaging/reflect-and-call.mjs", new Uri(service.Address).Authority, employee, integration, "intent 1");

        Assert.True(run.ExitCode == 0, run.ToString());
        using var said = JsonDocument.Parse(run.Output);
        var root = said.RootElement;
        string[] services = [.. root.GetProperty("services").EnumerateArray().Select(name => name.GetString()!)];
        Assert.Contains("training.operations.v1.Operations", services);
        Assert.Contains("training.reference.v1.Suggestions", services);
        Assert.Equal("From Node", root.GetProperty("unary").GetProperty("text").GetString());
        Assert.Equal(root.GetProperty("unary").ToString(), root.GetProperty("repeated").ToString());
        Assert.Equal(2, root.GetProperty("clientStreaming").GetProperty("imported").GetInt32());
        string[] listed = [.. root.GetProperty("serverStreaming").EnumerateArray().Select(s => s.GetProperty("text").GetString()!)];
        Assert.Equal("From Node", listed[0]);
        // What was imported in one millisecond has no order of its own.
        Assert.Equal(["one", "two"], listed[1..].Order(StringComparer.Ordinal));
        Assert.Equal(root.GetProperty("serverStreaming").ToString(), root.GetProperty("duplex").ToString());
        Assert.Equal(3, (await service.RowsAsync<Reference.Suggestion>()).Count);
    }
}
