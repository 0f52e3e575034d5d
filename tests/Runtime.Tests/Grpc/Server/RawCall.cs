using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Training.Runtime.Tests.Probes;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>A call whose every byte the test decides, sent by node:http2.</summary>
internal sealed class RawCall(string path)
{
    private readonly JsonObject _headers = new() { [":path"] = path };
    private readonly JsonArray _steps = [];
    private int _times = 1;

    public static byte[] Message(string text) => new Words { Text = text }.ToByteArray();

    /// <summary>A message with its frame.</summary>
    public static byte[] Frame(byte[] message, byte flag = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public static byte[] Frame(string text) => Frame(Message(text));

    /// <summary>The frame's header and the message up to the body, which are zeros that follow.</summary>
    public static byte[] FrameOfZeros(int body)
    {
        using var start = new MemoryStream();
        using var output = new CodedOutputStream(start);
        output.WriteTag(Words.BodyFieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteLength(body);
        output.Flush();
        var frame = new byte[5 + start.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), (int)start.Length + body);
        start.ToArray().CopyTo(frame, 5);
        return frame;
    }

    public RawCall With(string header, params string[] values)
    {
        _headers[header] = values is [var one] ? one : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return this;
    }

    public RawCall Data(byte[] bytes) => Step("data", Convert.ToHexString(bytes));

    public RawCall Zeros(int count) => Step("zeros", count);

    public RawCall End() => Step("end", true);

    public RawCall Reset(int code) => Step("reset", code);

    public RawCall WaitForData() => Step("wait", "data");

    public RawCall WaitForGoAway() => Step("wait", "goaway");

    public RawCall WaitForHeaders() => Step("wait", "headers");

    public RawCall Times(int times)
    {
        _times = times;
        return this;
    }

    public async Task<RawAnswer> SendAsync(GrpcHost host) => (await SendAllAsync(host)).Single();

    public async Task<IReadOnlyList<RawAnswer>> SendAllAsync(GrpcHost host)
    {
        NodePeer.SkipIfMissing();
        var scenario = new JsonObject { ["headers"] = _headers.DeepClone(), ["steps"] = _steps.DeepClone(), ["times"] = _times };
        var run = await NodePeer.RunAsync("grpc/raw-client.js", host.Port, scenario.ToJsonString());
        return [.. run.JsonLines().Select(line => new RawAnswer(line))];
    }

    private RawCall Step(string name, JsonNode value)
    {
        _steps.Add(new JsonObject { [name] = value });
        return this;
    }
}

/// <summary>What came back of a <see cref="RawCall"/>.</summary>
internal sealed class RawAnswer(JsonElement answer)
{
    public int HttpStatus => answer.GetProperty("headers").GetProperty(":status").GetInt32();

    public bool TrailersOnly => answer.GetProperty("trailers").ValueKind == JsonValueKind.Null && Header("grpc-status") is not null;

    public int? Status => (Trailer("grpc-status") ?? Header("grpc-status")) is { } code ? int.Parse(code) : null;

    public string? Detail => Trailer("grpc-message") ?? Header("grpc-message");

    public byte[] Body => Convert.FromHexString(answer.GetProperty("body").GetString()!);

    public int Size => answer.GetProperty("size").GetInt32();

    public int? GoAway => answer.GetProperty("goaway") is { ValueKind: JsonValueKind.Number } code ? code.GetInt32() : null;

    public int Reset => answer.GetProperty("reset").GetInt32();

    public IReadOnlyList<(byte Flag, byte[] Payload)> Frames
    {
        get
        {
            var frames = new List<(byte, byte[])>();
            for (var rest = Body.AsMemory(); !rest.IsEmpty;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span[1..]);
                frames.Add((rest.Span[0], rest.Slice(5, length).ToArray()));
                rest = rest[(5 + length)..];
            }

            return frames;
        }
    }

    public IReadOnlyList<string> Texts => [.. Frames.Select(frame => Words.Parser.ParseFrom(frame.Payload).Text)];

    public string? Header(string name) => Find("headers", name);

    public string? Trailer(string name) => Find("trailers", name);

    public void AssertEnded(int status, string? detail)
    {
        Assert.True(Status == status, ToString());
        Assert.Equal(detail, Detail);
    }

    public override string ToString() => answer.ToString();

    private string? Find(string part, string name) =>
        answer.GetProperty(part) is { ValueKind: JsonValueKind.Object } headers && headers.TryGetProperty(name, out var value) ? value.ToString() : null;
}
