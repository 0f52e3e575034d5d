using System.Buffers.Binary;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Frames and messages, well formed and not, by node:http2.</summary>
public sealed class MessageFrameTests : ProbeHost
{
    private const int Internal = 13;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;

    [SkippableFact]
    public async Task A_message_split_over_DATA_frames_is_read_even_within_its_header()
    {
        var frame = Frame("split");
        var call = new RawCall(UnaryPath);
        foreach (var part in frame.Chunk(2))
            call.Data(part);
        var answer = await call.End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(["split"], answer.Texts);
    }

    [SkippableFact]
    public async Task Two_messages_in_one_DATA_frame_are_both_read()
    {
        var answer = await new RawCall(ClientStreamPath).Data([.. Frame("one"), .. Frame("two")]).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(["one|two"], answer.Texts);
    }

    [SkippableFact]
    public async Task A_message_and_a_half_in_one_frame_are_read_when_the_rest_comes()
    {
        var second = Frame("two");
        var answer = await new RawCall(DuplexPath).Data([.. Frame("one"), .. second[..7]]).WaitForData().Data(second[7..]).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(["one", "two"], answer.Texts);
    }

    [SkippableFact]
    public async Task A_zero_length_message_is_a_message()
    {
        var answer = await new RawCall(UnaryPath).Data(Frame([])).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal([""], answer.Texts);
    }

    [SkippableFact]
    public async Task A_half_close_without_a_message_on_a_unary_call_is_INTERNAL() =>
        (await new RawCall(UnaryPath).End().SendAsync(Host)).AssertEnded(Internal, "Incomplete message.");

    [SkippableTheory]
    [InlineData(UnaryPath)]
    [InlineData(ClientStreamPath)]
    public async Task A_truncated_message_is_INTERNAL(string path) =>
        (await new RawCall(path).Data(Frame("truncated")[..8]).End().SendAsync(Host)).AssertEnded(Internal, "Incomplete message.");

    [SkippableFact]
    public async Task A_truncated_header_is_INTERNAL() =>
        (await new RawCall(ServerStreamPath).Data([0, 0]).End().SendAsync(Host)).AssertEnded(Internal, "Incomplete message.");

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_message_on_a_unary_call_is_INTERNAL(bool sameFrame)
    {
        var call = new RawCall(UnaryPath);
        if (sameFrame)
            call.Data([.. Frame("one"), .. Frame("two")]);
        else
            call.Data(Frame("one")).Data(Frame("two"));
        (await call.End().SendAsync(Host)).AssertEnded(Internal, "Additional data after the message received.");
    }

    [SkippableTheory]
    [InlineData(UnaryPath)]
    [InlineData(DuplexPath)]
    public async Task A_length_beyond_the_limit_is_RESOURCE_EXHAUSTED_before_the_message_has_come(string path)
    {
        var header = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(1), (4 * 1024 * 1024) + 1);
        (await new RawCall(path).Data(header).SendAsync(Host)).AssertEnded(ResourceExhausted, "Received message exceeds the maximum configured message size.");
    }

    [SkippableFact]
    public async Task A_length_of_four_gigabytes_is_RESOURCE_EXHAUSTED() =>
        (await new RawCall(UnaryPath).Data([0, 255, 255, 255, 255]).SendAsync(Host)).AssertEnded(ResourceExhausted, "Received message exceeds the maximum configured message size.");

    [SkippableFact]
    public async Task An_unknown_flag_is_INTERNAL() =>
        (await new RawCall(UnaryPath).Data(Frame(Message("x"), flag: 2)).End().SendAsync(Host)).AssertEnded(Internal, "Unexpected compressed flag value in message header.");

    [SkippableFact]
    public async Task A_compressed_flag_without_encoding_is_INTERNAL() =>
        (await new RawCall(UnaryPath).Data(Frame(Message("x"), flag: 1)).End().SendAsync(Host))
            .AssertEnded(Internal, "Request did not include grpc-encoding value with compressed message.");

    [SkippableFact]
    public async Task A_compressed_flag_with_identity_encoding_is_INTERNAL() =>
        (await new RawCall(UnaryPath).With("grpc-encoding", "identity").Data(Frame(Message("x"), flag: 1)).End().SendAsync(Host))
            .AssertEnded(Internal, "Request sent 'identity' grpc-encoding value with compressed message.");

    [SkippableFact]
    public async Task An_unknown_encoding_is_UNIMPLEMENTED_and_the_known_ones_are_listed()
    {
        var answer = await new RawCall(UnaryPath).With("grpc-encoding", "snappy").Data(Frame(Message("x"), flag: 1)).End().SendAsync(Host);
        answer.AssertEnded(Unimplemented, "Unsupported grpc-encoding value 'snappy'. Supported encodings: identity, gzip, deflate");
        Assert.Equal("identity,gzip,deflate", answer.Header("grpc-accept-encoding"));
    }

    [SkippableFact]
    public async Task Bytes_that_are_not_of_the_named_encoding_are_INTERNAL() =>
        (await new RawCall(UnaryPath).With("grpc-encoding", "gzip").Data(Frame([1, 2, 3, 4], flag: 1)).End().SendAsync(Host))
            .AssertEnded(Internal, "The compressed message cannot be decompressed.");

    [SkippableFact]
    public async Task Bytes_that_are_no_message_are_INTERNAL() =>
        (await new RawCall(UnaryPath).Data(Frame([0x0A, 0xFF])).End().SendAsync(Host)).AssertEnded(Internal, "The request message cannot be read.");

    [SkippableFact]
    public async Task A_bad_message_in_a_stream_ends_the_call_after_the_good_ones()
    {
        var answer = await new RawCall(DuplexPath).Data(Frame("good")).WaitForData().Data(Frame([0x0A, 0xFF])).End().SendAsync(Host);
        answer.AssertEnded(Internal, "The request message cannot be read.");
        Assert.Equal(["good"], answer.Texts);
    }
}
