using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Training.Runtime.Tests.Grpc.Server;
using Xunit;
using BoolValue = Grpc.Testing.BoolValue;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>Our client against our server: the official cases, and those about compression that grpc-js cannot drive.</summary>
public sealed class InteropWithOurServerTests(InteropWithOurServerTests.Server server) : IClassFixture<InteropWithOurServerTests.Server>
{
    private static readonly CallOptions Compressed = new(new Metadata { { "grpc-internal-encoding-request", "gzip" } });
    private static readonly BoolValue Yes = new() { Value = true };
    private static readonly BoolValue No = new() { Value = false };

    public static TheoryData<string> Cases => [.. InteropCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Official_case_passes_against_our_server(string name) =>
        InteropCases.All[name](server.Channel.CreateCallInvoker()).WaitAsync(TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Client_compressed_unary()
    {
        var request = new SimpleRequest { ExpectCompressed = Yes, ResponseSize = 314159, Payload = InteropCases.Zeros(271828) };
        var probe = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryCallAsync(request));
        Assert.Equal(StatusCode.InvalidArgument, probe.StatusCode);
        Assert.Equal(314159, (await server.Client.UnaryCallAsync(request, Compressed)).Payload.Body.Length);

        request.ExpectCompressed = No;
        Assert.Equal(314159, (await server.Client.UnaryCallAsync(request)).Payload.Body.Length);
    }

    [Fact]
    public async Task Server_compressed_unary()
    {
        foreach (var compressed in new[] { Yes, No })
        {
            var response = await server.Client.UnaryCallAsync(new SimpleRequest { ResponseCompressed = compressed, ResponseSize = 314159, Payload = InteropCases.Zeros(271828) });
            Assert.Equal(InteropCases.Zeros(314159), response.Payload);
        }
    }

    [Fact]
    public async Task Client_compressed_streaming()
    {
        using (var probe = server.Client.StreamingInputCall())
        {
            await probe.RequestStream.WriteAsync(new StreamingInputCallRequest { ExpectCompressed = Yes, Payload = InteropCases.Zeros(27182) });
            await probe.RequestStream.CompleteAsync();
            Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => probe.ResponseAsync)).StatusCode);
        }

        using var call = server.Client.StreamingInputCall(Compressed);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { ExpectCompressed = Yes, Payload = InteropCases.Zeros(27182) });
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { ExpectCompressed = No, Payload = InteropCases.Zeros(45904) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(73086, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task Server_compressed_streaming()
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 31415, Compressed = Yes }, new ResponseParameters { Size = 92653, Compressed = No } },
        };
        using var call = server.Client.StreamingOutputCall(request);
        Assert.Equal([31415, 92653], await call.ResponseStream.ReadAllAsync().Select(response => response.Payload.Body.Length).ToListAsync());
    }

    public sealed class Server : IAsyncLifetime
    {
        private GrpcHost? _host;
        private GrpcChannel? _channel;

        public GrpcChannel Channel => _channel!;

        public TestService.TestServiceClient Client => new(_channel);

        public async Task InitializeAsync()
        {
            _host = await GrpcHost.StartTestServiceAsync();
            _channel = GrpcChannel.ForAddress(_host.Address);
        }

        public async Task DisposeAsync()
        {
            Channel.Dispose();
            await _host!.DisposeAsync();
        }
    }
}
