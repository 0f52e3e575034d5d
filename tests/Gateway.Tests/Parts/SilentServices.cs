using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Training.Gateway.Tests;

/// <summary>Never answer, and count who waits.</summary>
internal sealed class SilentServices : Interceptor
{
    private int _here;

    public int Here => Volatile.Read(ref _here);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        new(WaitAsync<TResponse>(context.Options.CancellationToken), Task.FromResult(new Metadata()), () => Grpc.Core.Status.DefaultSuccess, () => [], () => { });

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        new(new Silence<TResponse>(this, context.Options.CancellationToken), Task.FromResult(new Metadata()), () => Grpc.Core.Status.DefaultSuccess, () => [], () => { });

    private async Task<T> WaitAsync<T>(CancellationToken call)
    {
        Interlocked.Increment(ref _here);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, call);
        }
        catch (OperationCanceledException)
        {
            throw new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The client left."));
        }
        finally
        {
            Interlocked.Decrement(ref _here);
        }

        throw new InvalidOperationException("Nobody ends this wait but the client.");
    }

    private sealed class Silence<T>(SilentServices services, CancellationToken call) : IAsyncStreamReader<T>
    {
        public T Current => throw new InvalidOperationException("There is nothing.");

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(call, cancellationToken);
            return await services.WaitAsync<bool>(either.Token);
        }
    }
}
