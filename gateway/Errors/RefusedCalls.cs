using Grpc.Core;

namespace Training.Gateway;

/// <summary>Answers that end as a <see cref="Refusal"/> where the call ends with a status.</summary>
internal static class RefusedCalls
{
    public static async Task<TResponse> OrRefusedAsync<TResponse>(this Task<TResponse> response)
    {
        try
        {
            return await response;
        }
        catch (RpcException error)
        {
            throw Refusals.Of(error);
        }
    }

    private static async Task OrRefusedAsync(Func<Task> request)
    {
        try
        {
            await request();
        }
        catch (RpcException error)
        {
            throw Refusals.Of(error);
        }
    }

    public static IAsyncStreamReader<T> OrRefused<T>(this IAsyncStreamReader<T> stream) => new RefusedStream<T>(stream);

    public static IClientStreamWriter<T> OrRefused<T>(this IClientStreamWriter<T> stream) => new RefusedWriter<T>(stream);

    private sealed class RefusedWriter<T>(IClientStreamWriter<T> stream) : IClientStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => stream.WriteOptions;
            set => stream.WriteOptions = value;
        }

        public Task WriteAsync(T message) => OrRefusedAsync(() => stream.WriteAsync(message));

        public Task CompleteAsync() => OrRefusedAsync(stream.CompleteAsync);
    }

    private sealed class RefusedStream<T>(IAsyncStreamReader<T> stream) : IAsyncStreamReader<T>
    {
        public T Current => stream.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => stream.MoveNext(cancellationToken).OrRefusedAsync();
    }
}
