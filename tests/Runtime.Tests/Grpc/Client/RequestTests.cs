using System.IO.Compression;
using System.Text.Json;
using Grpc.Core;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>What the client puts on the wire.</summary>
public sealed class RequestTests(RawServer server) : IClassFixture<RawServer>
{
    [SkippableFact]
    public async Task Request_has_the_headers_that_the_protocol_asks_for()
    {
        var (headers, body) = await Sent(default, "hello");
        Assert.Equal("POST", headers[":method"]);
        Assert.Equal("/raw/request", headers[":path"]);
        Assert.Equal("http", headers[":scheme"]);
        Assert.Equal("trailers", headers["te"]);
        Assert.Equal("application/grpc", headers["content-type"]);
        Assert.StartsWith("grpc-dotnet/", headers["user-agent"], StringComparison.Ordinal);
        Assert.Equal("identity,gzip,deflate", headers["grpc-accept-encoding"]);
        Assert.DoesNotContain("grpc-timeout", headers.Keys);
        Assert.DoesNotContain("grpc-encoding", headers.Keys);
        Assert.Equal([0, 0, 0, 0, 5, .. "hello"u8], body);
    }

    [SkippableFact]
    public async Task Deadline_goes_out_as_a_timeout()
    {
        var (headers, _) = await Sent(new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(50)));
        var timeout = headers["grpc-timeout"];
        Assert.Equal('u', timeout[^1]);
        Assert.InRange(int.Parse(timeout[..^1]), 20_000_000, 50_000_000);
    }

    [SkippableFact]
    public async Task Metadata_goes_out_in_order_and_binary_values_without_padding()
    {
        var metadata = new Metadata { { "x-text", "b" }, { "X-Text", "a" }, { "x-bytes-bin", [1] }, { "x-bytes-bin", [2, 3] } };
        var (headers, _) = await Sent(new CallOptions(metadata));
        Assert.Equal("b, a", headers["x-text"]);
        Assert.Equal("AQ, AgM", headers["x-bytes-bin"]);
    }

    [SkippableFact]
    public async Task Headers_of_the_protocol_cannot_be_forged_by_metadata()
    {
        var metadata = new Metadata { { "grpc-timeout", "1n" }, { "te", "gzip" }, { "content-type", "text/html" }, { "grpc-encoding", "br" } };
        var (headers, _) = await Sent(new CallOptions(metadata));
        Assert.DoesNotContain("grpc-timeout", headers.Keys);
        Assert.DoesNotContain("grpc-encoding", headers.Keys);
        Assert.Equal("trailers", headers["te"]);
        Assert.Equal("application/grpc", headers["content-type"]);
    }

    [SkippableTheory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Request_is_compressed_when_metadata_asks_for_it(string encoding)
    {
        var (headers, body) = await Sent(Encoding(encoding), new string('a', 1000));
        Assert.Equal(encoding, headers["grpc-encoding"]);
        Assert.DoesNotContain("grpc-internal-encoding-request", headers.Keys);
        Assert.Equal(1, body[0]);
        Assert.InRange(body.Length, 10, 100);
        using var plain = encoding == "gzip" ? (Stream)new GZipStream(new MemoryStream(body[5..]), CompressionMode.Decompress) : new ZLibStream(new MemoryStream(body[5..]), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(new string('a', 1000), await reader.ReadToEndAsync());
    }

    [SkippableFact]
    public async Task Message_stays_plain_when_its_write_options_say_so()
    {
        var (headers, body) = await Sent(Encoding("gzip").WithWriteOptions(new WriteOptions(WriteFlags.NoCompress)), "hello");
        Assert.Equal("gzip", headers["grpc-encoding"]);
        Assert.Equal([0, 0, 0, 0, 5, .. "hello"u8], body);
    }

    [SkippableFact]
    public void Call_is_refused_when_the_channel_lacks_the_encoding()
    {
        var error = Assert.Throws<InvalidOperationException>(() => server.Unary("request", Encoding("zstd")));
        Assert.Contains("CompressionProviders", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Streamed_messages_are_compressed_one_by_one()
    {
        using var call = server.Duplex("request", Encoding("gzip"));
        await call.RequestStream.WriteAsync("first");
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress | WriteFlags.BufferHint);
        await call.RequestStream.WriteAsync("second");
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var body = Read(call.ResponseStream.Current).Body;
        var firstLength = 5 + (body[3] << 8) + body[4];
        Assert.Equal(1, body[0]);
        Assert.Equal([0, 0, 0, 0, 6, .. "second"u8], body[firstLength..]);
    }

    private static CallOptions Encoding(string name) => new(new Metadata { { "grpc-internal-encoding-request", name } });

    private static (Dictionary<string, string> Headers, byte[] Body) Read(string json)
    {
        using var sent = JsonDocument.Parse(json);
        var headers = sent.RootElement.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.ToString());
        return (headers, sent.RootElement.GetProperty("body").GetBytesFromBase64());
    }

    private async Task<(Dictionary<string, string> Headers, byte[] Body)> Sent(CallOptions options, string request = "") =>
        Read(await server.AskAsync("request", options, request));
}
