using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Testing;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>The official interoperability cases against our server, driven by npm's clients.</summary>
public sealed class InteropTests(InteropTests.Server server) : IClassFixture<InteropTests.Server>
{
    public static TheoryData<string> Cases { get; } =
    [
        "empty_unary",
        "large_unary",
        "client_streaming",
        "server_streaming",
        "ping_pong",
        "empty_stream",
        "cancel_after_begin",
        "cancel_after_first_response",
        "timeout_on_sleeping_server",
        "custom_metadata",
        "status_code_and_message",
        "special_status_message",
        "unimplemented_method",
        "unimplemented_service",
    ];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public Task Grpc_js_passes(string name) => Passes("grpc/interop-client.js", server.Port, name);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    [InlineData("percent_in_status_message")]
    [InlineData("client_compressed_unary")]
    [InlineData("server_compressed_unary")]
    public Task Connect_passes(string name) => Passes("grpc/connect-client.js", server.Port, name, server.Descriptors);

    private static async Task Passes(string script, string port, string name, params string[] more)
    {
        NodePeer.SkipIfMissing();
        var run = await NodePeer.RunAsync(script, [port, name, .. more]);
        Assert.True(run.ExitCode == 0 && run.Output.Contains($"passed {name}", StringComparison.Ordinal), run.ToString());
    }

    public sealed class Server : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private GrpcHost? _host;

        public string Port => _host!.Port;

        /// <summary>What Connect's client, which knows no .proto, learns the messages from.</summary>
        public string Descriptors => Path.Combine(_folder.Path, "testing.bin");

        public async Task InitializeAsync()
        {
            var files = new[] { EmptyReflection.Descriptor, MessagesReflection.Descriptor, TestReflection.Descriptor };
            var set = new FileDescriptorSet { File = { files.Select(file => file.ToProto()) } };
            await File.WriteAllBytesAsync(Descriptors, set.ToByteArray());
            _host = await GrpcHost.StartTestServiceAsync();
        }

        public async Task DisposeAsync()
        {
            await _host!.DisposeAsync();
            _folder.Dispose();
        }
    }
}
