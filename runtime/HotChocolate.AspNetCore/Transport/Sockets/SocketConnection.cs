using System.Net.WebSockets;
using System.Text;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>
/// A WebSocket that messages are sent on one after the other. Who does not take a message in time is let go: whatever is
/// sent waits for the client, so nothing piles up here.
/// </summary>
internal sealed class SocketConnection : ISocketConnection, IAsyncDisposable
{
    private const int LongestReason = 123;
    private const int UsualMessage = 1024;
    private const int LargeMessage = 64 * 1024;

    private readonly WebSocket _socket;
    private readonly TransportTiming _timing;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended;
    private readonly CancellationTokenSource _gone;
    private JsonBuffer _message = new(UsualMessage);
    private Goodbye? _goodbye;
    private bool _isClosing;
    private bool _isDisposed;

    public SocketConnection(WebSocket socket, HttpContext http, TransportTiming timing)
    {
        (_socket, _timing, HttpContext) = (socket, timing, http);
        _gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        RequestAborted = _ended.Token;
    }

    public HttpContext HttpContext { get; }

    public bool IsClosed => _ended.IsCancellationRequested;

    public IServiceProvider RequestServices => HttpContext.RequestServices;

    /// <summary>Ends when the connection is closed from here, or gone.</summary>
    public CancellationToken RequestAborted { get; }

    /// <summary>Reads a text message whole.</summary>
    /// <returns>Whether there is one; false when the client closed the connection or is gone.</returns>
    public async ValueTask<bool> ReadAsync(PooledBytes message)
    {
        message.Clear();
        while (true)
        {
            var free = message.Free();
            if (free.IsEmpty)
            {
                await CloseAsync("The message is too large.", CloseCode.TooLarge, CancellationToken.None);
                return false;
            }

            var read = await _socket.ReceiveAsync(free, _gone.Token);
            if (read.MessageType == WebSocketMessageType.Close)
                return false;
            if (read.MessageType == WebSocketMessageType.Binary)
            {
                await CloseAsync("Messages are text.", CloseCode.InvalidMessage, CancellationToken.None);
                return false;
            }

            message.Advance(read.Count);
            if (read.EndOfMessage)
                return true;
        }
    }

    /// <summary>Sends what <paramref name="write"/> writes, unless that is nothing or the connection is closed.</summary>
    public async ValueTask SendAsync<TState>(Action<JsonBuffer, TState> write, TState state, CancellationToken cancelled)
    {
        await _sending.WaitAsync(cancelled);
        try
        {
            if (_isClosing || _isDisposed)
                return;
            write(_message, state);
            if (_message.Length > 0)
                await SendAsync(_message.Written);
        }
        finally
        {
            if (!_isDisposed)
                Forget();
            _sending.Release();
        }
    }

    public Task CloseAsync(string message, ConnectionCloseReason reason, CancellationToken cancellationToken) => CloseAsync(message, (int)reason, cancellationToken);

    public async Task CloseAsync(string message, int reason, CancellationToken cancellationToken)
    {
        if (_isDisposed)
            return;
        // Whoever waits for the end closes the connection too: the first one's reason is told.
        Interlocked.CompareExchange(ref _goodbye, new Goodbye((WebSocketCloseStatus)reason, Shortened(message)), null);
        await _ended.CancelAsync();
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (_isClosing || _isDisposed || _socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
                return;
            _isClosing = true;
            _gone.CancelAfter(_timing.Goodbye);
            await _socket.CloseOutputAsync(_goodbye.Reason, _goodbye.Message, _gone.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            _socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads on until the client has closed its side too, or the time for it is over.</summary>
    public async Task AwaitGoodbyeAsync(PooledBytes rest)
    {
        try
        {
            while (_socket.State == WebSocketState.CloseSent)
            {
                rest.Clear();
                await _socket.ReceiveAsync(rest.Free(), _gone.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            _socket.Abort();
        }
    }

    // Whoever wants to close it (a timer, say) may come late: what closing waits for is left to the garbage collector.
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _sending.WaitAsync();
        _isDisposed = true;
        _socket.Dispose();
        _message.Dispose();
        _sending.Release();
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        var sending = _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _gone.Token);
        if (sending.IsCompletedSuccessfully)
            return;
        var slow = sending.AsTask();
        try
        {
            await slow.WaitAsync(_timing.SlowReader, _timing.Clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            _socket.Abort();
            await _gone.CancelAsync();
            await slow.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the message's memory is in use until then
            throw new OperationCanceledException("The client takes its messages too slowly.");
        }
    }

    // One large message must not keep its memory for the connection's whole life.
    private void Forget()
    {
        if (_message.Length <= LargeMessage)
        {
            _message.TakeBack(0);
            return;
        }

        _message.Dispose();
        _message = new JsonBuffer(UsualMessage);
    }

    private static string Shortened(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason)
            reason = reason[..^1];
        return reason;
    }

    private sealed record Goodbye(WebSocketCloseStatus Reason, string Message);
}
