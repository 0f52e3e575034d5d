using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Training.Runtime.Tests.Grpc;

/// <summary>The service of the official interoperability cases, by its description in grpc's interop-test-descriptions.</summary>
internal sealed class TestServiceImpl : TestService.TestServiceBase
{
    private const string EchoInitial = "x-grpc-test-echo-initial";
    private const string EchoTrailing = "x-grpc-test-echo-trailing-bin";

    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        RefuseWrongCompression(request.ExpectCompressed, context);
        await SendHeaders(context, compressed: request.ResponseCompressed is { Value: true });
        EchoTrailer(context);
        EndAsAsked(request.ResponseStatus);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override Task<SimpleResponse> CacheableUnaryCall(SimpleRequest request, ServerCallContext context) => UnaryCall(request, context);

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await SendHeaders(context, compressed: request.ResponseParameters.Any(p => p.Compressed is { Value: true }));
        EchoTrailer(context);
        await Answer(request, responseStream, context);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            RefuseWrongCompression(request.ExpectCompressed, context);
            sum += request.Payload.Body.Length;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = sum };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await SendHeaders(context, compressed: false);
        EchoTrailer(context);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await Answer(request, responseStream, context);
    }

    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await SendHeaders(context, compressed: false);
        EchoTrailer(context);
        var requests = new List<StreamingOutputCallRequest>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            requests.Add(request);
        foreach (var request in requests)
            await Answer(request, responseStream, context);
    }

    private static async Task Answer(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        EndAsAsked(request.ResponseStatus);
        foreach (var wanted in request.ResponseParameters)
        {
            if (wanted.IntervalUs > 0)
                await Task.Delay(TimeSpan.FromMicroseconds(wanted.IntervalUs), context.CancellationToken);
            responseStream.WriteOptions = wanted.Compressed is { Value: true } ? null : new WriteOptions(WriteFlags.NoCompress);
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(wanted.Size) });
        }
    }

    private static Payload Zeros(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };

    private static Task SendHeaders(ServerCallContext context, bool compressed)
    {
        var headers = new Metadata();
        if (context.RequestHeaders.GetValue(EchoInitial) is { } value)
            headers.Add(EchoInitial, value);
        if (compressed)
            headers.Add("grpc-internal-encoding-request", "gzip");
        return headers.Count == 0 ? Task.CompletedTask : context.WriteResponseHeadersAsync(headers);
    }

    private static void EchoTrailer(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValueBytes(EchoTrailing) is { } value)
            context.ResponseTrailers.Add(EchoTrailing, value);
    }

    private static void EndAsAsked(EchoStatus? status)
    {
        if (status is not null)
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    /// <summary>A handler does not see the frame's flag; that a call without encoding cannot be compressed, it does.</summary>
    private static void RefuseWrongCompression(BoolValue? expected, ServerCallContext context)
    {
        var encoding = context.GetHttpContext().Request.Headers["grpc-encoding"].ToString();
        if (expected is { Value: true } && encoding is ("" or "identity"))
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The request should be compressed."));
    }
}
