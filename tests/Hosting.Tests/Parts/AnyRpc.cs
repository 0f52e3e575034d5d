using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Training.Hosting.Tests;

/// <summary>Calls any RPC of any of the four kinds with one empty message, and tells how it ended.</summary>
internal static class AnyRpc
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    public static async Task<Status> Call(CallInvoker invoker, MethodDescriptor rpc, Metadata headers)
    {
        var method = new Method<byte[], byte[]>(KindOf(rpc), rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        var options = new CallOptions(headers);
        try
        {
            await (method.Type switch
            {
                MethodType.Unary => Unary(invoker, method, options),
                MethodType.ClientStreaming => Up(invoker, method, options),
                MethodType.ServerStreaming => Down(invoker, method, options),
                _ => BothWays(invoker, method, options),
            });
            return Status.DefaultSuccess;
        }
        catch (RpcException refused)
        {
            return refused.Status;
        }
    }

    private static MethodType KindOf(MethodDescriptor rpc) => (rpc.IsClientStreaming, rpc.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (true, false) => MethodType.ClientStreaming,
        (false, true) => MethodType.ServerStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    private static async Task Unary(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options)
    {
        using var call = invoker.AsyncUnaryCall(method, null, options, []);
        await call;
    }

    private static async Task Up(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options)
    {
        using var call = invoker.AsyncClientStreamingCall(method, null, options);
        await Send(call.RequestStream);
        await call;
    }

    private static async Task Down(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options)
    {
        using var call = invoker.AsyncServerStreamingCall(method, null, options, []);
        await Drain(call.ResponseStream);
    }

    private static async Task BothWays(CallInvoker invoker, Method<byte[], byte[]> method, CallOptions options)
    {
        using var call = invoker.AsyncDuplexStreamingCall(method, null, options);
        await Send(call.RequestStream);
        await Drain(call.ResponseStream);
    }

    // A server that refuses need not read; what it answers is told by the call, not by the write.
    private static async Task Send(IClientStreamWriter<byte[]> requests)
    {
        try
        {
            await requests.WriteAsync([]);
            await requests.CompleteAsync();
        }
        catch (Exception refusedMeanwhile) when (refusedMeanwhile is RpcException or InvalidOperationException)
        {
        }
    }

    private static async Task Drain(IAsyncStreamReader<byte[]> responses)
    {
        var count = 0;
        while (await responses.MoveNext(CancellationToken.None))
            count++;
        if (count != 1)
            throw new InvalidOperationException($"One knock was answered {count} times.");
    }
}
