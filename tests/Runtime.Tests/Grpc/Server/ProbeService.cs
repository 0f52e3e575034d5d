using Grpc.Core;
using Training.Runtime.Tests.Probes;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>What the probe's four methods do; each echoes unless a test says otherwise.</summary>
internal sealed class Probe
{
    public UnaryServerMethod<Words, Words> Unary { get; set; } = (request, _) => Task.FromResult(request);

    public ClientStreamingServerMethod<Words, Words> ClientStream { get; set; } = async (requests, context) =>
    {
        var texts = new List<string>();
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
            texts.Add(request.Text);
        return new Words { Text = string.Join('|', texts) };
    };

    public ServerStreamingServerMethod<Words, Words> ServerStream { get; set; } = (request, responses, _) => responses.WriteAsync(request);

    public DuplexStreamingServerMethod<Words, Words> Duplex { get; set; } = async (requests, responses, context) =>
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
            await responses.WriteAsync(request, context.CancellationToken);
    };
}

internal sealed class ProbeService(Probe probe) : Probes.Probe.ProbeBase
{
    public const string UnaryPath = "/training.tests.Probe/Unary";
    public const string ClientStreamPath = "/training.tests.Probe/ClientStream";
    public const string ServerStreamPath = "/training.tests.Probe/ServerStream";
    public const string DuplexPath = "/training.tests.Probe/Duplex";

    public override Task<Words> Unary(Words request, ServerCallContext context) => probe.Unary(request, context);

    public override Task<Words> ClientStream(IAsyncStreamReader<Words> requestStream, ServerCallContext context) => probe.ClientStream(requestStream, context);

    public override Task ServerStream(Words request, IServerStreamWriter<Words> responseStream, ServerCallContext context) =>
        probe.ServerStream(request, responseStream, context);

    public override Task Duplex(IAsyncStreamReader<Words> requestStream, IServerStreamWriter<Words> responseStream, ServerCallContext context) =>
        probe.Duplex(requestStream, responseStream, context);
}
