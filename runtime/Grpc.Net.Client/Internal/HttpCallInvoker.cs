using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Makes the four kinds of call over a channel.</summary>
internal sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    private static readonly Func<object, Task<Metadata>> Headers = static call => ((ClientCall)call).HeadersAsync();
    private static readonly Func<object, Status> Status = static call => ((ClientCall)call).Status();
    private static readonly Func<object, Metadata> Trailers = static call => ((ClientCall)call).Trailers();
    private static readonly Action<object> Dispose = static call => ((ClientCall)call).Dispose();

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        AsyncUnaryCall(method, host, options, request).ResponseAsync.GetAwaiter().GetResult();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall(channel, method, host, options);
        SendOne(call, method.RequestMarshaller, request);
        var response = new ResponseReader<TResponse>(call, method.ResponseMarshaller);
        return new AsyncUnaryCall<TResponse>(response.SingleAsync(), Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall(channel, method, host, options);
        SendOne(call, method.RequestMarshaller, request);
        return new AsyncServerStreamingCall<TResponse>(new ResponseReader<TResponse>(call, method.ResponseMarshaller), Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new ClientCall(channel, method, host, options);
        var writer = SendMany(call, method.RequestMarshaller);
        var response = new ResponseReader<TResponse>(call, method.ResponseMarshaller).SingleAsync();
        writer.Response = response;
        return new AsyncClientStreamingCall<TRequest, TResponse>(writer, response, Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new ClientCall(channel, method, host, options);
        var writer = SendMany(call, method.RequestMarshaller);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(writer, new ResponseReader<TResponse>(call, method.ResponseMarshaller), Headers, Status, Trailers, Dispose, call);
    }

    private static void SendOne<TRequest>(ClientCall call, Marshaller<TRequest> marshaller, TRequest request)
    {
        var frame = new PooledBuffer();
        try
        {
            var compress = call.WriteOptions?.Flags.HasFlag(WriteFlags.NoCompress) is not true;
            new MessageWriter(call.Channel.MaxSendMessageSize).Write(frame, request, marshaller, compress ? call.Compression : null);
        }
        catch (Exception e)
        {
            frame.Dispose();
            call.Fail(e, "Error serializing the request message.");
            return;
        }

        call.Send(new UnaryContent(frame));
    }

    private static RequestStreamWriter<TRequest> SendMany<TRequest>(ClientCall call, Marshaller<TRequest> marshaller)
        where TRequest : class
    {
        var content = new StreamingContent();
        call.Send(content);
        return new RequestStreamWriter<TRequest>(call, content, marshaller);
    }
}
