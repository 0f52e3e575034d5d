using Grpc.Core;
using Grpc.Testing;

namespace Training.Runtime.Tests.Grpc.Fuzz;

/// <summary>Takes whatever comes and answers little: its cost does not depend on what a mutated message asks for.</summary>
internal sealed class Sink : TestService.TestServiceBase
{
    private static readonly StreamingOutputCallResponse Answer = new() { Payload = new Payload() };

    public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) => Task.FromResult(new SimpleResponse());

    public override async Task<StreamingInputCallResponse> StreamingInputCall(IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var count = 0;
        await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
            count++;
        return new StreamingInputCallResponse { AggregatedPayloadSize = count };
    }

    public override async Task StreamingOutputCall(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < 3; i++)
            await responseStream.WriteAsync(Answer);
    }

    public override async Task FullDuplexCall(IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(Answer);
    }
}
