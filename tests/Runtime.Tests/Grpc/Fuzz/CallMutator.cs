using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using Google.Protobuf;
using Grpc.Testing;

namespace Training.Runtime.Tests.Grpc.Fuzz;

/// <summary>Makes calls that are nearly right: each begins as a good one and is then spoilt in body, headers or manner of sending.</summary>
internal sealed class CallMutator(Uri address, Random random)
{
    public const int LargestMessage = 64 * 1024;

    private const int HeaderSize = 5;

    private static readonly string[] Methods = ["UnaryCall", "StreamingInputCall", "StreamingOutputCall", "FullDuplexCall"];
    private static readonly string[] Paths = ["grpc.testing.TestService/None", "none.Service/UnaryCall", "grpc.testing.TestService/unarycall", "grpc.testing.TestService", "%00/%ff"];
    private static readonly string[] ContentTypes = ["application/grpc+proto", "application/grpc;x=y", "application/grpc-web", "application/json", "text/plain; charset=utf-8", "application/grp", ";", ""];
    private static readonly string[] Encodings = ["identity", "gzip", "deflate", "br", "GZIP", "gzip,gzip", "", "\"", "x"];
    private static readonly string[] Timeouts = ["1n", "0n", "100u", "1m", "5S", "99999999H", "99999999S", "100000000S", "1", "m", "-1S", "1.5S", " 1S", "1s", "0x1S", ""];
    private static readonly string[] BinaryValues = ["AQ", "AQ==", "A", "====", ",,,", "AQ,!", "\u00e9", "AQ ==", ""];
    private static readonly uint[] Lengths = [0, 1, 4, 5, LargestMessage, LargestMessage + 1, int.MaxValue, 0x80000000, uint.MaxValue];

    private static readonly byte[] Bomb = Frame(Gzip(new byte[8 * 1024 * 1024]), flag: 1);

    public HttpRequestMessage Next()
    {
        var path = Rarely(20) ? Pick(Paths) : $"grpc.testing.TestService/{Pick(Methods)}";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var compressed = Rarely(3);
        var body = Spoil(Body(compressed));
        request.Content = new MutatedContent(body, Rarely(4) ? random.Next(1, 8) : int.MaxValue / 2, breaksOff: Rarely(30));
        request.Content.Headers.TryAddWithoutValidation("content-type", Rarely(15) ? Pick(ContentTypes) : "application/grpc");
        if (!Rarely(20))
            request.Headers.TryAddWithoutValidation("te", "trailers");
        if (compressed ? !Rarely(10) : Rarely(10))
            request.Headers.TryAddWithoutValidation("grpc-encoding", Rarely(6) ? Pick(Encodings) : "gzip");
        if (Rarely(4))
            request.Headers.TryAddWithoutValidation("grpc-timeout", Rarely(2) ? Pick(Timeouts) : "20S");
        if (Rarely(6))
            request.Headers.TryAddWithoutValidation("grpc-accept-encoding", Pick(Encodings));
        if (Rarely(8))
            request.Headers.TryAddWithoutValidation("x-bytes-bin", Pick(BinaryValues));
        return request;
    }

    private static byte[] Frame(byte[] payload, byte flag)
    {
        var frame = new byte[HeaderSize + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        payload.CopyTo(frame, HeaderSize);
        return frame;
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(plain);
        return target.ToArray();
    }

    private byte[] Body(bool compressed)
    {
        if (compressed && Rarely(200))
            return Bomb;
        var message = new SimpleRequest { ResponseSize = random.Next(), Payload = new Payload { Body = ByteString.CopyFrom(new byte[random.Next(200)]) } }.ToByteArray();
        var frame = compressed ? Frame(Gzip(message), flag: 1) : Frame(message, flag: 0);
        return Rarely(3) ? [.. frame, .. frame, .. frame] : frame;
    }

    private byte[] Spoil(byte[] body)
    {
        body = (byte[])body.Clone();
        switch (random.Next(9))
        {
            case 0:
                return body;
            case 1:
                return body[..random.Next(body.Length)];
            case 2:
                return [.. body, .. Noise(random.Next(1, 50))];
            case 3:
                body[0] = (byte)random.Next(256);
                return body;
            case 4:
                BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), Rarely(2) ? Pick(Lengths) : (uint)random.Next(2 * body.Length));
                return body;
            case 5:
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return body;
            case 6:
                for (var i = random.Next(1, 10); i > 0; i--)
                    body[random.Next(Math.Min(body.Length, HeaderSize), body.Length)] = (byte)random.Next(256);
                return body;
            case 7:
                return Noise(random.Next(100));
            default:
                var from = random.Next(body.Length);
                return [.. body[..from], .. body[random.Next(from, body.Length)..]];
        }
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
