using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.ClientFactory.Internal;

/// <summary>Gives a call the earlier of its own and the surrounding server call's deadline, and both their cancellations.</summary>
internal sealed class ContextPropagationInterceptor(IHttpContextAccessor accessor, GrpcContextPropagationOptions options) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        using var linked = Propagate(ref context);
        return continuation(request, context);
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var linked = Propagate(ref context);
        var call = continuation(request, context);
        DisposeAfter(call.ResponseAsync, linked);
        return call;
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var linked = Propagate(ref context);
        var call = continuation(context);
        DisposeAfter(call.ResponseAsync, linked);
        return call;
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var linked = Propagate(ref context);
        var call = continuation(request, context);
        return linked is null
            ? call
            : new AsyncServerStreamingCall<TResponse>(call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, () => Dispose(call, linked));
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var linked = Propagate(ref context);
        var call = continuation(context);
        return linked is null
            ? call
            : new AsyncDuplexStreamingCall<TRequest, TResponse>(call.RequestStream, call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, () => Dispose(call, linked));
    }

    /// <returns>The two cancellations in one, to be disposed of after the call; null where one source alone is enough.</returns>
    private CancellationTokenSource? Propagate<TRequest, TResponse>(ref ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        if (ServerCall() is not { } server)
            return null;
        var call = context.Options;
        if (server.Deadline < (call.Deadline ?? DateTime.MaxValue))
            call = call.WithDeadline(server.Deadline);

        CancellationTokenSource? linked = null;
        if (server.CancellationToken.CanBeCanceled)
        {
            if (call.CancellationToken.CanBeCanceled && call.CancellationToken != server.CancellationToken)
                linked = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, server.CancellationToken);
            call = call.WithCancellationToken(linked?.Token ?? server.CancellationToken);
        }

        context = new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, call);
        return linked;
    }

    private ServerCallContext? ServerCall()
    {
        var server = accessor.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext;
        return server is null && !options.SuppressContextNotFoundErrors
            ? throw new InvalidOperationException("There is no gRPC server call to take the deadline and cancellation from. Make the call within one, or set SuppressContextNotFoundErrors in EnableCallContextPropagation.")
            : server;
    }

    private static void DisposeAfter(Task response, CancellationTokenSource? linked)
    {
        if (linked is not null)
            _ = response.ContinueWith(static (_, source) => ((CancellationTokenSource)source!).Dispose(), linked, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static void Dispose(IDisposable call, CancellationTokenSource linked)
    {
        call.Dispose();
        linked.Dispose();
    }
}
