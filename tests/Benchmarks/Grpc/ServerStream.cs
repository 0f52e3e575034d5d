using Training.Benchmarks.Harness;

namespace Training.Benchmarks.Grpc;

internal sealed class ServerStream : IBenchmark
{
    private const int MessageSize = 100;
    private const int MessagesPerCall = 5_000;

    private readonly RepeatRequest _request = new() { Count = MessagesPerCall, Chunk = Frame.ChunkOf(MessageSize) };
    private readonly EchoPeers _peers = new();
    private H2Load? _load;

    public string Work => "gRPC server stream, 100 bytes, one stream";

    public string Unit => "messages/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(5, EchoPeers.GrpcJs)];

    public Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        byte[] answer = [.. Enumerable.Repeat(Frame.Of(_request.Chunk), MessagesPerCall).SelectMany(frame => frame)];
        var load = _load = new H2Load("Repeat", Frame.Of(_request), answer.Length, connections: 1, streams: 1);
        return _peers.StartAsync("Repeat", _request, answer, async port => await load.CallsPerSecondAsync(port) * MessagesPerCall);
    }

    public ValueTask DisposeAsync()
    {
        _load?.Dispose();
        return _peers.DisposeAsync();
    }
}
