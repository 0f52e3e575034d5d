using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>HTTP/2 frame by frame over a socket: for what node:http2 tidies up, such as a reset without a half-close before it.</summary>
internal sealed class RawConnection : IDisposable
{
    private const byte HeadersFrame = 1;
    private const byte ResetFrame = 3;
    private const byte SettingsFrame = 4;
    private const byte EndHeaders = 4;
    private const int FrameHeader = 9;

    private readonly TcpClient _socket = new() { NoDelay = true };

    /// <summary>The type of a frame that carries a message.</summary>
    public const byte DataFrame = 0;

    public static async Task<RawConnection> OpenAsync(GrpcHost host)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync("127.0.0.1", host.Address.Port);
        await connection._socket.GetStream().WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await connection.SendAsync(SettingsFrame, 0, 0, []);
        return connection;
    }

    public Task StartCallAsync(int stream, string path)
    {
        // HPACK: indexed POST and http, then literals that are not added to the table.
        byte[] headers = [0x83, 0x86, .. Literal(4, path), .. Literal(1, "localhost"), 0x0F, 0x10, .. Text("application/grpc"), 0x00, .. Text("te"), .. Text("trailers")];
        return SendAsync(HeadersFrame, EndHeaders, stream, headers);
    }

    public Task SendDataAsync(int stream, byte[] bytes) => SendAsync(DataFrame, 0, stream, bytes);

    public Task ResetAsync(int stream, int code)
    {
        var payload = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(payload, code);
        return SendAsync(ResetFrame, 0, stream, payload);
    }

    public async Task WaitForFrameAsync(byte type)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var header = new byte[FrameHeader];
        byte seen;
        do
        {
            await _socket.GetStream().ReadExactlyAsync(header, patience.Token);
            seen = header[3];
            await _socket.GetStream().ReadExactlyAsync(new byte[(header[0] << 16) | (header[1] << 8) | header[2]], patience.Token);
        }
        while (seen != type);
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Literal(byte name, string value) => [name, .. Text(value)];

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private async Task SendAsync(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, FrameHeader);
        await _socket.GetStream().WriteAsync(frame);
    }
}
