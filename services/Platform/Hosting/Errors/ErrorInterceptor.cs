using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Training.Hosting;

/// <summary>The outermost interceptor: the one place where an exception becomes a status.</summary>
internal sealed class ErrorInterceptor(TimeProvider clock, ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    private RpcException Translate(Exception error, ServerCallContext context)
    {
        switch (error)
        {
            case DomainError refused:
                return ErrorStatus.Of(refused);
            case CallRefused refused:
                Log.Refused(logger, context.Method, refused.Reason);
                return ErrorStatus.Of(refused);
            case OperationCanceledException or IOException when context.CancellationToken.IsCancellationRequested:
                return Abandoned(context);
            case var _ when DatabaseTrouble.IsPassing(error):
                Log.DatabaseAway(logger, error, context.Method);
                return ErrorStatus.DatabaseAway();
            default:
                var traceId = Activity.Current?.TraceId.ToHexString() ?? context.GetHttpContext().TraceIdentifier;
                Log.Unexpected(logger, error, context.Method, traceId);
                return ErrorStatus.Unexpected(traceId);
        }
    }

    // Nobody hears this answer; it keeps the server's own log quiet about callers who left.
    private RpcException Abandoned(ServerCallContext context) => new(context.Deadline <= clock.GetUtcNow().UtcDateTime
        ? new Status(StatusCode.DeadlineExceeded, "The deadline passed before the answer was ready. Allow more time, or ask for less.")
        : new Status(StatusCode.Cancelled, "The caller cancelled."));
}
