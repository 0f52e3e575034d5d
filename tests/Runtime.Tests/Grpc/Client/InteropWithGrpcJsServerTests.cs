using Grpc.Net.Client;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>Our client against npm's @grpc/grpc-js server.</summary>
public sealed class InteropWithGrpcJsServerTests(InteropWithGrpcJsServerTests.Server server) : IClassFixture<InteropWithGrpcJsServerTests.Server>
{
    public static TheoryData<string> Cases => [.. InteropCases.All.Keys];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Official_case_passes_against_grpc_js(string name)
    {
        NodePeer.SkipIfMissing();
        await InteropCases.All[name](server.Channel!.CreateCallInvoker()).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public sealed class Server : IAsyncLifetime
    {
        private NodePeer? _peer;

        public GrpcChannel? Channel { get; private set; }

        public async Task InitializeAsync()
        {
            if (NodePeer.WhyMissing is not null)
                return;
            _peer = await NodePeer.StartAsync("grpc/interop-server.js");
            Channel = GrpcChannel.ForAddress($"http://127.0.0.1:{_peer.Ready.GetProperty("port").GetInt32()}");
        }

        public async Task DisposeAsync()
        {
            Channel?.Dispose();
            if (_peer is not null)
                await _peer.DisposeAsync();
        }
    }
}
