using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>How the client reads messages, whatever frames they come in.</summary>
public sealed class MessageTests(RawServer server) : IClassFixture<RawServer>
{
    [SkippableFact]
    public async Task Message_in_frames_of_one_byte_arrives_whole() =>
        Assert.Equal("one byte at a time", await server.AskAsync("split"));

    [SkippableFact]
    public async Task Messages_in_one_frame_arrive_one_by_one()
    {
        using var call = server.ServerStream("several");
        Assert.Equal(["a", "", "c"], await call.ResponseStream.ReadAllAsync().ToListAsync());
    }

    [SkippableTheory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compressed_message_is_decompressed(string encoding) =>
        Assert.Equal("squeezed", await server.AskAsync($"encoding/{encoding}"));

    [SkippableTheory]
    [InlineData("truncated/3", StatusCode.Internal, "Incomplete message.")]
    [InlineData("truncated/9", StatusCode.Internal, "Incomplete message.")]
    [InlineData("two-messages", StatusCode.Internal, "Additional data after the message received.")]
    [InlineData("no-message", StatusCode.Internal, "without a response message")]
    [InlineData("flag/1", StatusCode.Internal, "grpc-encoding")]
    [InlineData("flag/2", StatusCode.Internal, "flag")]
    [InlineData("bad-gzip", StatusCode.Internal, "decompressed")]
    [InlineData("cut-gzip", StatusCode.Internal, "decompressed")]
    [InlineData("encoding/zstd", StatusCode.Unimplemented, "'zstd'")]
    [InlineData("claims/4194305", StatusCode.ResourceExhausted, "exceeds")]
    [InlineData("claims/4294967295", StatusCode.ResourceExhausted, "exceeds")]
    [InlineData("claims/4194304", StatusCode.Internal, "Incomplete message.")]
    [InlineData("bomb", StatusCode.ResourceExhausted, "exceeds")]
    [InlineData("bad-binary/trailers", StatusCode.Internal, "x-bytes-bin")]
    public async Task Broken_answer_ends_the_call_with_the_documented_status(string name, StatusCode code, string detail)
    {
        var error = await server.FailAsync(name);
        Assert.Equal(code, error.StatusCode);
        Assert.Contains(detail, error.Status.Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Headers_fail_when_a_binary_value_is_malformed()
    {
        using var call = server.Unary("bad-binary/headers");
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseHeadersAsync);
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.Equal("x", await call);
    }

    [SkippableFact]
    public async Task Received_message_may_be_as_large_as_the_limit_and_no_larger()
    {
        server.Invoker();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = 18 });
        Assert.Equal("one byte at a time", await Ask(channel, "split", ""));
        using var smaller = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = 17 });
        var error = await Assert.ThrowsAsync<RpcException>(() => Ask(smaller, "split", ""));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [SkippableFact]
    public async Task Sent_message_may_be_as_large_as_the_limit_and_no_larger()
    {
        server.Invoker();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxSendMessageSize = 3 });
        Assert.NotEmpty(await Ask(channel, "request", "123"));
        var error = await Assert.ThrowsAsync<RpcException>(() => Ask(channel, "request", "1234"));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    private static async Task<string> Ask(GrpcChannel channel, string name, string request) =>
        await channel.CreateCallInvoker().AsyncUnaryCall(RawServer.Method(name), null, default, request);
}
