using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace Training.System.Tests.Refusals;

/// <summary>How a call ended, and what it said before.</summary>
internal sealed record Answer(Status Status, string Reason, IReadOnlyList<IMessage> Messages)
{
    public override string ToString() => $"{Status.StatusCode} {Reason} {Status.Detail} {string.Join(' ', Messages)}".TrimEnd();
}

/// <summary>Calls any RPC with messages that only its descriptor describes.</summary>
internal static class AnyCall
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    /// <summary>Sends the requests (one, unless the client streams) and reads the answer; of a stream that may never end, its first message.</summary>
    public static async Task<Answer> CallAsync(this CallInvoker invoker, Rpc rpc, Metadata headers, params IMessage[] requests)
    {
        var type = (rpc.Method.IsClientStreaming, rpc.Method.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            _ => throw new NotSupportedException($"{rpc} streams both ways, which no contract did when this was written: teach {nameof(AnyCall)}."),
        };
        var method = new Method<byte[], byte[]>(type, rpc.Method.Service.FullName, rpc.Method.Name, Bytes, Bytes);
        var options = new CallOptions(headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(2));
        try
        {
            var answered = await (type switch
            {
                MethodType.Unary => UnaryAsync(invoker, method, options, requests.Single().ToByteArray()),
                MethodType.ClientStreaming => UpAsync(invoker, method, options, requests),
                _ => DownAsync(invoker, method, options, requests.Single().ToByteArray()),
            });
            return new Answer(Status.DefaultSuccess, "", [.. answered.Select(bytes => rpc.Method.OutputType.Parser.ParseFrom(bytes))]);
        }
        catch (RpcException refused)
        {
            return new Answer(refused.Status, refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "", []);
        }
    }

    private static async Task<byte[][]> UnaryAsync(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options, byte[] request)
    {
        using var call = invoker.AsyncUnaryCall(method, null, options, request);
        return [await call];
    }

    private static async Task<byte[][]> UpAsync(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options, IMessage[] requests)
    {
        using var call = invoker.AsyncClientStreamingCall(method, null, options);
        try
        {
            foreach (var request in requests)
                await call.RequestStream.WriteAsync(request.ToByteArray());
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception refusedMeanwhile) when (refusedMeanwhile is RpcException or InvalidOperationException)
        {
            // A server that refuses need not read; what it answers is told by the call, not by the write.
        }

        return [await call];
    }

    private static async Task<byte[][]> DownAsync(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options, byte[] request)
    {
        using var call = invoker.AsyncServerStreamingCall(method, null, options, request);
        return await call.ResponseStream.MoveNext(CancellationToken.None) ? [call.ResponseStream.Current] : [];
    }
}
