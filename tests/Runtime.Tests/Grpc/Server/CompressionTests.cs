using System.IO.Compression;
using Google.Protobuf;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>The four compression cases of the official list, with the flag of every frame in the test's hands.</summary>
public sealed class CompressionTests : IAsyncLifetime
{
    private const int InvalidArgument = 3;
    private const string UnaryPath = "/grpc.testing.TestService/UnaryCall";

    private GrpcHost _host = null!;

    public async Task InitializeAsync() => _host = await GrpcHost.StartTestServiceAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [SkippableTheory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Client_compressed_unary(string encoding)
    {
        var compressed = Request(expectCompressed: true);
        (await new RawCall(UnaryPath).Data(RawCall.Frame(compressed)).End().SendAsync(_host)).AssertEnded(InvalidArgument, "The request should be compressed.");

        var answer = await new RawCall(UnaryPath).With("grpc-encoding", encoding).Data(RawCall.Frame(Compress(compressed, encoding), flag: 1)).End().SendAsync(_host);
        AssertOneUncompressed(answer);

        AssertOneUncompressed(await new RawCall(UnaryPath).With("grpc-encoding", encoding).Data(RawCall.Frame(Request(expectCompressed: false))).End().SendAsync(_host));
    }

    [SkippableFact]
    public async Task Client_compressed_streaming()
    {
        const string Path = "/grpc.testing.TestService/StreamingInputCall";
        var compressed = Input(27182, expectCompressed: true);
        (await new RawCall(Path).Data(RawCall.Frame(compressed)).End().SendAsync(_host)).AssertEnded(InvalidArgument, "The request should be compressed.");

        var answer = await new RawCall(Path)
            .With("grpc-encoding", "gzip")
            .Data(RawCall.Frame(Compress(compressed, "gzip"), flag: 1))
            .Data(RawCall.Frame(Input(45904, expectCompressed: false)))
            .End()
            .SendAsync(_host);
        answer.AssertEnded(0, null);
        Assert.Equal(73086, StreamingInputCallResponse.Parser.ParseFrom(answer.Frames.Single().Payload).AggregatedPayloadSize);
    }

    [SkippableFact]
    public async Task Server_compressed_unary()
    {
        var request = new SimpleRequest { ResponseSize = 314159, ResponseCompressed = new() { Value = true } };
        var answer = await new RawCall(UnaryPath).With("grpc-accept-encoding", "identity, gzip").Data(RawCall.Frame(request.ToByteArray())).End().SendAsync(_host);
        answer.AssertEnded(0, null);
        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        var (flag, payload) = answer.Frames.Single();
        Assert.Equal(1, flag);
        Assert.Equal(314159, SimpleResponse.Parser.ParseFrom(Decompress(payload)).Payload.Body.Length);

        request.ResponseCompressed.Value = false;
        AssertOneUncompressed(await new RawCall(UnaryPath).With("grpc-accept-encoding", "gzip").Data(RawCall.Frame(request.ToByteArray())).End().SendAsync(_host));
    }

    [SkippableFact]
    public async Task Server_compressed_streaming()
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters =
            {
                new ResponseParameters { Size = 31415, Compressed = new() { Value = true } },
                new ResponseParameters { Size = 92653, Compressed = new() { Value = false } },
            },
        };
        var answer = await new RawCall("/grpc.testing.TestService/StreamingOutputCall")
            .With("grpc-accept-encoding", "gzip")
            .Data(RawCall.Frame(request.ToByteArray()))
            .End()
            .SendAsync(_host);
        answer.AssertEnded(0, null);
        Assert.Equal([1, 0], answer.Frames.Select(frame => (int)frame.Flag));
        Assert.Equal(31415, StreamingOutputCallResponse.Parser.ParseFrom(Decompress(answer.Frames[0].Payload)).Payload.Body.Length);
        Assert.Equal(92653, StreamingOutputCallResponse.Parser.ParseFrom(answer.Frames[1].Payload).Payload.Body.Length);
    }

    [SkippableFact]
    public async Task A_caller_that_does_not_accept_the_encoding_gets_plain_messages()
    {
        var request = new SimpleRequest { ResponseSize = 314159, ResponseCompressed = new() { Value = true } };
        AssertOneUncompressed(await new RawCall(UnaryPath).With("grpc-accept-encoding", "identity").Data(RawCall.Frame(request.ToByteArray())).End().SendAsync(_host));
    }

    [SkippableFact]
    public async Task The_configured_response_algorithm_is_used_where_the_caller_accepts_it()
    {
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<TestServiceImpl>(),
            builder => builder.Services.AddGrpc(options => options.ResponseCompressionAlgorithm = "deflate"));
        var request = RawCall.Frame(new SimpleRequest { ResponseSize = 1000 }.ToByteArray());
        var accepting = await new RawCall(UnaryPath).With("grpc-accept-encoding", "gzip,deflate").Data(request).End().SendAsync(host);
        Assert.Equal("deflate", accepting.Header("grpc-encoding"));
        Assert.Equal(1, accepting.Frames.Single().Flag);
        Assert.Null((await new RawCall(UnaryPath).Data(request).End().SendAsync(host)).Header("grpc-encoding"));
    }

    [SkippableFact]
    public async Task A_small_message_that_decompresses_beyond_the_limit_is_RESOURCE_EXHAUSTED()
    {
        var bomb = Compress(new byte[64 * 1024 * 1024], "gzip");
        (await new RawCall(UnaryPath).With("grpc-encoding", "gzip").Data(RawCall.Frame(bomb, flag: 1)).End().SendAsync(_host))
            .AssertEnded(8, "Received message exceeds the maximum configured message size.");
    }

    private static void AssertOneUncompressed(RawAnswer answer)
    {
        answer.AssertEnded(0, null);
        var (flag, payload) = answer.Frames.Single();
        Assert.Equal(0, flag);
        Assert.Equal(314159, SimpleResponse.Parser.ParseFrom(payload).Payload.Body.Length);
    }

    private static byte[] Request(bool expectCompressed) => new SimpleRequest
    {
        ExpectCompressed = new() { Value = expectCompressed },
        ResponseSize = 314159,
        Payload = new() { Body = ByteString.CopyFrom(new byte[2718]) },
    }.ToByteArray();

    private static byte[] Input(int size, bool expectCompressed) => new StreamingInputCallRequest
    {
        ExpectCompressed = new() { Value = expectCompressed },
        Payload = new() { Body = ByteString.CopyFrom(new byte[size]) },
    }.ToByteArray();

    private static byte[] Compress(byte[] message, string encoding)
    {
        using var target = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(target, CompressionLevel.Optimal) : new ZLibStream(target, CompressionLevel.Optimal))
            stream.Write(message);
        return target.ToArray();
    }

    private static byte[] Decompress(byte[] payload)
    {
        using var plain = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(payload), CompressionMode.Decompress);
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
