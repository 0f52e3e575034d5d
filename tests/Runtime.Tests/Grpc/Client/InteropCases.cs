using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>The official interoperability cases (grpc/grpc, interop-test-descriptions.md) as a client plays them.</summary>
internal static class InteropCases
{
    private static readonly int[] RequestSizes = [27182, 8, 1828, 45904];
    private static readonly int[] ResponseSizes = [31415, 9, 2653, 58979];

    public static readonly IReadOnlyDictionary<string, Func<CallInvoker, Task>> All = new Dictionary<string, Func<CallInvoker, Task>>
    {
        ["empty_unary"] = EmptyUnary,
        ["large_unary"] = LargeUnary,
        ["client_streaming"] = ClientStreaming,
        ["server_streaming"] = ServerStreaming,
        ["ping_pong"] = PingPong,
        ["empty_stream"] = EmptyStream,
        ["cancel_after_begin"] = CancelAfterBegin,
        ["cancel_after_first_response"] = CancelAfterFirstResponse,
        ["timeout_on_sleeping_server"] = TimeoutOnSleepingServer,
        ["custom_metadata"] = CustomMetadata,
        ["status_code_and_message"] = StatusCodeAndMessage,
        ["special_status_message"] = SpecialStatusMessage,
        ["unimplemented_method"] = UnimplementedMethod,
        ["unimplemented_service"] = UnimplementedService,
    };

    public static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    public static StreamingOutputCallRequest Ask(int size, int requestSize = 0) =>
        new() { ResponseParameters = { new ResponseParameters { Size = size } }, Payload = Zeros(requestSize) };

    private static TestService.TestServiceClient Client(CallInvoker invoker) => new(invoker);

    private static async Task EmptyUnary(CallInvoker invoker) =>
        Assert.Equal(new Empty(), await Client(invoker).EmptyCallAsync(new Empty()));

    private static async Task LargeUnary(CallInvoker invoker)
    {
        var response = await Client(invoker).UnaryCallAsync(new SimpleRequest { ResponseSize = 314159, Payload = Zeros(271828) });
        Assert.Equal(Zeros(314159), response.Payload);
    }

    private static async Task ClientStreaming(CallInvoker invoker)
    {
        using var call = Client(invoker).StreamingInputCall();
        foreach (var size in RequestSizes)
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(74922, (await call).AggregatedPayloadSize);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task ServerStreaming(CallInvoker invoker)
    {
        var request = new StreamingOutputCallRequest();
        request.ResponseParameters.AddRange(ResponseSizes.Select(size => new ResponseParameters { Size = size }));
        using var call = Client(invoker).StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            sizes.Add(response.Payload.Body.Length);
        Assert.Equal(ResponseSizes, sizes);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task PingPong(CallInvoker invoker)
    {
        using var call = Client(invoker).FullDuplexCall();
        foreach (var (requestSize, responseSize) in RequestSizes.Zip(ResponseSizes))
        {
            await call.RequestStream.WriteAsync(Ask(responseSize, requestSize));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(responseSize, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task EmptyStream(CallInvoker invoker)
    {
        using var call = Client(invoker).FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task CancelAfterBegin(CallInvoker invoker)
    {
        using var cancel = new CancellationTokenSource();
        using var call = Client(invoker).StreamingInputCall(cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await AssertEnds(StatusCode.Cancelled, async () => await call);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    private static async Task CancelAfterFirstResponse(CallInvoker invoker)
    {
        using var cancel = new CancellationTokenSource();
        using var call = Client(invoker).FullDuplexCall(cancellationToken: cancel.Token);
        await call.RequestStream.WriteAsync(Ask(31415, 27182));
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await cancel.CancelAsync();
        await AssertEnds(StatusCode.Cancelled, () => call.ResponseStream.MoveNext(CancellationToken.None));
    }

    private static async Task TimeoutOnSleepingServer(CallInvoker invoker)
    {
        using var call = Client(invoker).FullDuplexCall(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(1));
        try
        {
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(27182) });
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
        {
            // The deadline may pass before the message is out.
        }

        await AssertEnds(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext(CancellationToken.None));
    }

    private static async Task CustomMetadata(CallInvoker invoker)
    {
        var metadata = new Metadata { { "x-grpc-test-echo-initial", "test_initial_metadata_value" }, { "x-grpc-test-echo-trailing-bin", [0xab, 0xab, 0xab] } };
        using var unary = Client(invoker).UnaryCallAsync(new SimpleRequest { ResponseSize = 314159, Payload = Zeros(271828) }, metadata);
        await unary;
        AssertEchoed(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = Client(invoker).FullDuplexCall(metadata);
        await duplex.RequestStream.WriteAsync(Ask(314159, 271828));
        await duplex.RequestStream.CompleteAsync();
        Assert.True(await duplex.ResponseStream.MoveNext(CancellationToken.None));
        Assert.False(await duplex.ResponseStream.MoveNext(CancellationToken.None));
        AssertEchoed(await duplex.ResponseHeadersAsync, duplex.GetTrailers());
    }

    private static void AssertEchoed(Metadata headers, Metadata trailers)
    {
        Assert.Equal("test_initial_metadata_value", headers.GetValue("x-grpc-test-echo-initial"));
        Assert.Equal([0xab, 0xab, 0xab], trailers.GetValueBytes("x-grpc-test-echo-trailing-bin"));
    }

    private static async Task StatusCodeAndMessage(CallInvoker invoker)
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = "test status message" };
        await AssertEnds(StatusCode.Unknown, async () => await Client(invoker).UnaryCallAsync(new SimpleRequest { ResponseStatus = status }), status.Message);

        using var duplex = Client(invoker).FullDuplexCall();
        await duplex.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status });
        await duplex.RequestStream.CompleteAsync();
        await AssertEnds(StatusCode.Unknown, () => duplex.ResponseStream.MoveNext(CancellationToken.None), status.Message);
    }

    private static async Task SpecialStatusMessage(CallInvoker invoker)
    {
        var text = new StringBuilder("\t\ntest with whitespace\r\nand Unicode BMP ").Append((char)0x263A).Append(" and non-BMP ").Append(char.ConvertFromUtf32(0x1F608)).Append("\t\n").ToString();
        var request = new SimpleRequest { ResponseStatus = new EchoStatus { Code = (int)StatusCode.Unknown, Message = text } };
        await AssertEnds(StatusCode.Unknown, async () => await Client(invoker).UnaryCallAsync(request), text);
    }

    private static Task UnimplementedMethod(CallInvoker invoker) =>
        AssertEnds(StatusCode.Unimplemented, async () => await Client(invoker).UnimplementedCallAsync(new Empty()));

    private static Task UnimplementedService(CallInvoker invoker) =>
        AssertEnds(StatusCode.Unimplemented, async () => await new UnimplementedService.UnimplementedServiceClient(invoker).UnimplementedCallAsync(new Empty()));

    private static async Task AssertEnds(StatusCode code, Func<Task> call, string? detail = null)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(code, error.StatusCode);
        if (detail is not null)
            Assert.Equal(detail, error.Status.Detail);
    }
}
