using Grpc.Core;

namespace Training.Benchmarks.Grpc;

internal sealed class EchoService : Echo.EchoBase
{
    public override Task<Chunk> Unary(Chunk request, ServerCallContext context) => Task.FromResult(request);

    public override async Task Repeat(RepeatRequest request, IServerStreamWriter<Chunk> responseStream, ServerCallContext context)
    {
        for (var sent = 0; sent < request.Count; sent++)
            await responseStream.WriteAsync(request.Chunk, context.CancellationToken);
    }
}
