using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>The official interoperability cases against our server, driven by npm's clients.</summary>
public sealed class InteropTests(InteropTests.Server server) : IClassFixture<InteropTests.Server>
{
    [SkippableTheory]
    [InlineData("empty_unary")]
    [InlineData("large_unary")]
    [InlineData("client_streaming")]
    [InlineData("server_streaming")]
    [InlineData("ping_pong")]
    [InlineData("empty_stream")]
    [InlineData("cancel_after_begin")]
    [InlineData("cancel_after_first_response")]
    [InlineData("timeout_on_sleeping_server")]
    [InlineData("custom_metadata")]
    [InlineData("status_code_and_message")]
    [InlineData("special_status_message")]
    [InlineData("unimplemented_method")]
    [InlineData("unimplemented_service")]
    public Task Grpc_js_passes(string name) => Passes("grpc/interop-client.js", name);

    private async Task Passes(string script, string name)
    {
        NodePeer.SkipIfMissing();
        var run = await NodePeer.RunAsync(script, server.Port, name);
        Assert.True(run.ExitCode == 0 && run.Output.Contains($"passed {name}", StringComparison.Ordinal), run.ToString());
    }

    public sealed class Server : IAsyncLifetime
    {
        private GrpcHost? _host;

        public string Port => _host!.Port;

        public async Task InitializeAsync() => _host = await GrpcHost.StartTestServiceAsync();

        public Task DisposeAsync() => _host!.DisposeAsync().AsTask();
    }
}
