using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>The node:http2 server of tests/peers/grpc/raw-server.js, whose every answer is named by the method that is called.</summary>
public sealed class RawServer : IAsyncLifetime
{
    private static readonly Marshaller<string> Text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    private NodePeer? _peer;
    private GrpcChannel? _channel;

    public string Address => $"http://127.0.0.1:{_peer!.Ready.GetProperty("port").GetInt32()}";

    internal GrpcChannel Channel => _channel!;

    public static Method<string, string> Method(string name, MethodType type = MethodType.Unary) => new(type, "raw", name, Text, Text);

    public async Task InitializeAsync()
    {
        if (NodePeer.WhyMissing is not null)
            return;
        _peer = await NodePeer.StartAsync("grpc/raw-server.js");
        _channel = GrpcChannel.ForAddress(Address);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        if (_peer is not null)
            await _peer.DisposeAsync();
    }

    internal CallInvoker Invoker()
    {
        NodePeer.SkipIfMissing();
        return Channel.CreateCallInvoker();
    }

    internal AsyncUnaryCall<string> Unary(string name, CallOptions options = default, string request = "") =>
        Invoker().AsyncUnaryCall(Method(name), null, options, request);

    internal async Task<string> AskAsync(string name, CallOptions options = default, string request = "")
    {
        using var call = Unary(name, options, request);
        return await call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(30));
    }

    internal async Task<RpcException> FailAsync(string name, CallOptions options = default) =>
        await Assert.ThrowsAsync<RpcException>(() => AskAsync(name, options));

    internal AsyncServerStreamingCall<string> ServerStream(string name, CallOptions options = default) =>
        Invoker().AsyncServerStreamingCall(Method(name, MethodType.ServerStreaming), null, options, "");

    internal AsyncDuplexStreamingCall<string, string> Duplex(string name, CallOptions options = default) =>
        Invoker().AsyncDuplexStreamingCall(Method(name, MethodType.DuplexStreaming), null, options);

    /// <summary>The codes of the RST_STREAM frames that have ended calls to "silent" and "deaf" since the last question.</summary>
    internal async Task<int[]> TakeResetsAsync()
    {
        int[] resets = [];
        await Eventually.IsTrueAsync(
            async () => (resets = JsonSerializer.Deserialize<int[]>(await AskAsync("resets"))!).Length > 0,
            "the server should have seen the client give up a call");
        return resets;
    }
}
