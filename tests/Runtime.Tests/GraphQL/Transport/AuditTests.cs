using System.Text.Json;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>npm graphql-http's audits of a server.</summary>
public sealed class AuditTests
{
    private const int Audits = 61;

    [SkippableFact]
    public async Task Every_audit_is_ok()
    {
        NodePeer.SkipIfMissing();
        await using var app = await TransportApp.StartAsync();
        var run = await NodePeer.RunAsync("graphql-transport/audit.mjs", app.Url.ToString());
        Assert.True(run.ExitCode == 0, run.ToString());
        using var results = JsonDocument.Parse(run.Output);
        var statuses = results.RootElement.EnumerateArray().ToLookup(audit => audit.GetProperty("status").GetString());
        Assert.Empty(statuses.Where(group => group.Key != "ok").SelectMany(group => group).Select(audit => audit.ToString()));
        Assert.Equal(Audits, statuses["ok"].Count());
        LongRun.Print($"graphql-http's audits: {statuses["ok"].Count()} of {Audits} ok");
    }
}
