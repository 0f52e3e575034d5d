using Training.Benchmarks.Harness;

namespace Training.Benchmarks.Grpc;

internal sealed class UnaryEcho : IBenchmark
{
    private const int MessageSize = 100;

    private readonly Chunk _message = Frame.ChunkOf(MessageSize);
    private readonly EchoPeers _peers = new();
    private H2Load? _load;

    public string Work => "gRPC unary, 100 bytes, 32 concurrent";

    public string Unit => "calls/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.5, EchoPeers.Floor), Bar.AtLeast(2, EchoPeers.GrpcJs), Bar.Aim(0.8, EchoPeers.Cpp)];

    public Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        var frame = Frame.Of(_message);
        _load = new H2Load("Unary", frame, frame.Length, connections: 4, streams: 8);
        return _peers.StartAsync("Unary", _message, frame, _load.CallsPerSecondAsync);
    }

    public ValueTask DisposeAsync()
    {
        _load?.Dispose();
        return _peers.DisposeAsync();
    }
}
