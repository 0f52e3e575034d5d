using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>A WebSocket that messages are written to by hand.</summary>
internal sealed class RawSocket(ClientWebSocket socket) : IDisposable
{
    public const string Init = """{"type":"connection_init"}""";

    /// <summary>A subscription that stays.</summary>
    public const string Staying = """{"id":"1","type":"subscribe","payload":{"query":"subscription { onCount(to: 1, andStay: true) }"}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(bytes, type, endOfMessage: true, patience.Token);
    }

    public async Task InitialiseAsync()
    {
        await SendAsync(Init);
        Xunit.Assert.Equal("""{"type":"connection_ack"}""", (await ReceiveAsync())?.GetRawText());
    }

    /// <summary>The next message, or null when the server closed the connection.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer, patience.Token);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return null;
            }

            whole.Write(buffer, 0, read.Count);
            if (!read.EndOfMessage)
                continue;
            using var json = JsonDocument.Parse(whole.ToArray());
            return json.RootElement.Clone();
        }
    }

    /// <summary>Reads until the server closes the connection; its code.</summary>
    public async Task<int> CloseCodeAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return (int)socket.CloseStatus!.Value;
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
    }

    /// <summary>Is gone without a word.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
