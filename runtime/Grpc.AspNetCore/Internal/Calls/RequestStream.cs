using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A call's requests, one after the other.</summary>
internal sealed class RequestStream<T>(ServerCall call, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private bool _ended;

    public T Current { get; private set; } = null!;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        if (_ended)
            return Task.FromResult(false);
        if (call.IsOver)
            return Task.FromException<bool>(new InvalidOperationException("Can't read messages after the request is complete."));

        try
        {
            var reading = call.Messages.ReadNextAsync(marshaller, cancellationToken);
            return reading.IsCompletedSuccessfully ? Task.FromResult(Take(reading.Result)) : Await(reading);
        }
        catch (Exception error)
        {
            return Task.FromException<bool>(error);
        }
    }

    private async Task<bool> Await(ValueTask<T?> reading) => Take(await reading);

    private bool Take(T? message)
    {
        _ended = message is null;
        Current = message!;
        return !_ended;
    }
}
