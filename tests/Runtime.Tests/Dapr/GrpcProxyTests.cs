using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
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

    [SkippableFact]
    public async Task Resets_pass_both_ways_with_their_codes()
    {
        NodePeer.SkipIfMissing();
        var held = 0;
        await using var app = await Http2App.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            var reset = context.Features.GetRequiredFeature<IHttpResetFeature>();
            switch (context.Request.Path)
            {
                case "/test/Before":
                    reset.Reset(11);
                    break;
                case "/test/After":
                    await context.Response.Body.WriteAsync(new byte[] { 0, 0, 0, 0, 1, 42 });
                    await context.Response.Body.FlushAsync();
                    // The caller ends its side once it has the message: a reset may overtake what is still on its way.
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    reset.Reset(12);
                    break;
                case "/test/TrailersOnly":
                    context.Response.Headers["grpc-status"] = "5";
                    context.Response.Headers["grpc-message"] = "gone";
                    break;
                case "/test/Hold":
                    await context.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    Interlocked.Increment(ref held);
                    break;
                default:
                    context.Response.StatusCode = 404;
                    break;
            }
        });
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("callee", app.Port, h2c: true));

        var run = await NodePeer.RunAsync("dapr/reset-client.mjs", sidecar.GrpcPort("publisher").ToString(), "callee");
        Assert.True(run.ExitCode == 0, run.ToString());
        using var document = JsonDocument.Parse(run.Output.Trim().Split('\n')[^1]);
        var outcome = document.RootElement;
        int Number(string of, string name) => outcome.GetProperty(of).GetProperty(name).GetInt32();

        Assert.Equal(11, Number("before", "rst"));
        Assert.Equal((200, 6, 12), (Number("after", "status"), Number("after", "data"), Number("after", "rst")));
        Assert.Equal(("5", "gone"), (
            outcome.GetProperty("trailersOnly").GetProperty("grpcStatus").GetString(), outcome.GetProperty("trailersOnly").GetProperty("message").GetString()));
        // Headers of the callee do not wait for its first message.
        Assert.True(outcome.GetProperty("cancelled").TryGetProperty("status", out _), outcome.GetRawText());
        // Once the callee has answered, a call can only be torn; before, it is refused with a status.
        Assert.True(
            Number("tooLarge", "rst") == 2 || outcome.GetProperty("tooLarge").GetProperty("grpcStatus").GetString() == "8", document.RootElement.GetRawText());
        await Eventually.IsTrueAsync(() => Volatile.Read(ref held) == 2, "the callee sees both the torn and the cancelled call end");
    }
}
