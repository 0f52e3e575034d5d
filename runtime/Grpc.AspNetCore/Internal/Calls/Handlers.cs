using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed class UnaryHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler, ServerServices server)
    : CallHandler<TRequest, TResponse>(method, server)
    where TRequest : class
    where TResponse : class
{
    protected override async Task ServeAsync(ServerCall call)
    {
        var request = await call.Messages.ReadOnlyMessageAsync(Method.RequestMarshaller);
        WriteOnly(call, await handler(request, call));
    }
}

internal sealed class ClientStreamingHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler, ServerServices server)
    : CallHandler<TRequest, TResponse>(method, server)
    where TRequest : class
    where TResponse : class
{
    protected override async Task ServeAsync(ServerCall call) =>
        WriteOnly(call, await handler(new RequestStream<TRequest>(call, Method.RequestMarshaller), call));
}

internal sealed class ServerStreamingHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler, ServerServices server)
    : CallHandler<TRequest, TResponse>(method, server)
    where TRequest : class
    where TResponse : class
{
    protected override async Task ServeAsync(ServerCall call)
    {
        var request = await call.Messages.ReadOnlyMessageAsync(Method.RequestMarshaller);
        await handler(request, new ResponseStream<TResponse>(call, Method.ResponseMarshaller), call);
    }
}

internal sealed class DuplexStreamingHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler, ServerServices server)
    : CallHandler<TRequest, TResponse>(method, server)
    where TRequest : class
    where TResponse : class
{
    protected override Task ServeAsync(ServerCall call) =>
        handler(new RequestStream<TRequest>(call, Method.RequestMarshaller), new ResponseStream<TResponse>(call, Method.ResponseMarshaller), call);
}
