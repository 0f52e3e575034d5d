using System.Text.Json;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class GrpcProxyTests
{
    [SkippableFact]
    public async Task Row_30_grpc_js_calls_grpc_js_through_the_proxy_by_dapr_app_id()
    {
        NodePeer.SkipIfMissing();
        await using var server = await NodePeer.StartAsync("dapr/grpc-server.mjs");
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps =
            [
                new SidecarApp { Id = "caller", ApiToken = "secret" },
                new SidecarApp { Id = "callee", AppPort = server.Ready.GetProperty("port").GetInt32(), AppToken = "app-secret", AppProtocol = "h2c" },
                new SidecarApp { Id = "down", AppPort = 1 },
            ],
        });

        var run = await NodePeer.RunAsync("dapr/grpc-client.mjs", sidecar.GrpcPort("caller").ToString(), "callee", "secret");
        Assert.True(run.ExitCode == 0, run + server.Output);
        using var document = JsonDocument.Parse(run.Output.Trim().Split('\n')[^1]);
        var outcome = document.RootElement;
        string Value(string name) => outcome.GetProperty(name).ToString();

        var unary = outcome.GetProperty("unary");
        Assert.Equal("hello", unary.GetProperty("value").GetString());
        Assert.Equal("last", unary.GetProperty("trailer").GetString());
        var seen = unary.GetProperty("metadata");
        Assert.Equal("caller", seen.GetProperty("seen-dapr-caller-app-id").GetString());
        Assert.Equal("callee", seen.GetProperty("seen-dapr-callee-app-id").GetString());
        Assert.Equal("app-secret", seen.GetProperty("seen-dapr-api-token").GetString());
        Assert.Equal("kept", seen.GetProperty("seen-x-custom").GetString());
        Assert.Equal("00ff", seen.GetProperty("seen-data-bin").GetString());
        Assert.False(seen.TryGetProperty("seen-dapr-app-id", out _));

        Assert.Equal("x", Value("calleeFirst"));
        Assert.Equal("2000000", Value("large"));
        var tooLarge = outcome.GetProperty("tooLarge");
        Assert.Equal(8, tooLarge.GetProperty("code").GetInt32());
        Assert.Contains("through the sidecar", tooLarge.GetProperty("details").GetString());
        Assert.Equal("""["m0","m1","m2","m3","m4"]""", Value("many"));
        Assert.Equal("abc", Value("collected"));
        Assert.Equal("""["re:0","re:1","re:2"]""", Value("chat"));
        var failed = outcome.GetProperty("failed");
        Assert.Equal((9, "not yet: é", "010203"), (
            failed.GetProperty("code").GetInt32(), failed.GetProperty("details").GetString(), failed.GetProperty("reason").GetString()));
        Assert.Equal("12", Value("unimplemented"));
        Assert.Equal("4", Value("deadline"));
        Assert.Equal("1", Value("cancelled"));
        await Eventually.IsTrueAsync(() => server.Output.Split("cancelled").Length == 3, "both hanging calls are cancelled at the callee");
        Assert.Contains("required metadata dapr-callee-app-id or dapr-app-id not found", outcome.GetProperty("missing").GetProperty("details").GetString());
        Assert.Contains("app nobody is not known", outcome.GetProperty("nobody").GetProperty("details").GetString());
        Assert.Equal(14, outcome.GetProperty("down").GetProperty("code").GetInt32());
        Assert.Equal("12", Value("api"));
        Assert.Equal("16", Value("wrongToken"));
        Assert.Equal("500", Value("concurrent"));
    }
}
