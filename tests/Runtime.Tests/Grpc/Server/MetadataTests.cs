using Google.Rpc;
using Grpc.Core;
using Training.Runtime.Tests.Probes;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;
using Status = Grpc.Core.Status;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Headers, trailers and statuses as bytes on the wire, by node:http2.</summary>
public sealed class MetadataTests : ProbeHost
{
    private Metadata? _seen;

    [SkippableTheory]
    [InlineData("q6s=")]
    [InlineData("q6s")]
    public async Task Binary_metadata_is_read_with_and_without_padding(string value)
    {
        await SendWith("x-test-bin", value);
        Assert.Equal([0xAB, 0xAB], _seen!.GetValueBytes("x-test-bin"));
    }

    [SkippableFact]
    public async Task Comma_joined_binary_values_are_several_values()
    {
        await SendWith("x-test-bin", "AQ==,Ag, Aw==");
        Assert.Equal([[1], [2], [3]], _seen!.GetAll("x-test-bin").Select(entry => entry.ValueBytes));
    }

    [SkippableFact]
    public async Task Binary_metadata_that_is_no_base64_is_INTERNAL()
    {
        var answer = await SendWith("x-test-bin", "no base64!");
        answer.AssertEnded((int)StatusCode.Internal, "The metadata 'x-test-bin' is not base64.");
    }

    [SkippableFact]
    public async Task Duplicate_keys_keep_their_order()
    {
        await SendWith("x-test", "first", "second", "third");
        Assert.Equal(["first", "second", "third"], _seen!.GetAll("x-test").Select(entry => entry.Value));
    }

    [SkippableFact]
    public async Task A_header_list_beyond_8_KiB_is_read()
    {
        var value = new string('v', 12_000);
        (await SendWith("x-test", value)).AssertEnded(0, null);
        Assert.Equal(value, _seen!.GetValue("x-test"));
    }

    [SkippableFact]
    public async Task A_header_beyond_the_servers_limit_is_refused_and_the_server_lives()
    {
        var called = false;
        Probe.Unary = (request, _) =>
        {
            called = true;
            return Task.FromResult(request);
        };
        var answer = await new RawCall(UnaryPath).With("x-test", new string('v', 40_000)).Data(Frame("x")).End().SendAsync(Host);
        Assert.NotEqual(0, answer.Status);
        Assert.False(called);
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).AssertEnded(0, null);
    }

    [SkippableFact]
    public async Task Headers_of_HTTP_and_gRPC_are_not_the_handlers()
    {
        Probe.Unary = (request, context) =>
        {
            _seen = context.RequestHeaders;
            return Task.FromResult(request);
        };
        await new RawCall(UnaryPath)
            .With("grpc-timeout", "1H").With("grpc-encoding", "identity").With("grpc-accept-encoding", "gzip").With("accept-encoding", "identity").With("x-own", "1")
            .Data(Frame("x")).End().SendAsync(Host);
        Assert.Equal(["x-own"], _seen!.Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Response_headers_and_trailers_go_where_they_belong_and_binary_ones_unpadded()
    {
        Probe.Unary = async (request, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-head", "1" }, { "x-head", "2" }, { "x-head-bin", [0xAB, 0xAB] } });
            context.ResponseTrailers.Add("x-trail", "3");
            context.ResponseTrailers.Add("x-trail-bin", [0xAB, 0xAB]);
            return request;
        };
        var answer = await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host);
        Assert.Equal("1, 2", answer.Header("x-head"));
        Assert.Equal("q6s", answer.Header("x-head-bin"));
        Assert.Equal("3", answer.Trailer("x-trail"));
        Assert.Equal("q6s", answer.Trailer("x-trail-bin"));
        Assert.Equal("0", answer.Trailer("grpc-status"));
        Assert.Null(answer.Trailer("grpc-message"));
        Assert.Equal("application/grpc", answer.Header("content-type"));
        Assert.Null(answer.Header("grpc-encoding"));
    }

    [SkippableFact]
    public async Task Headers_can_be_sent_only_once()
    {
        Probe.Unary = async (request, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            var again = await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync([]));
            return new Words { Text = again.Message };
        };
        Assert.Equal(["Response headers can only be sent once per call."], (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).Texts);
    }

    [SkippableFact]
    public async Task A_refusal_before_any_message_is_trailers_only_with_its_metadata()
    {
        Probe.Unary = (_, _) => throw new RpcException(new Status(StatusCode.NotFound, "gone"), new Metadata { { "x-why", "moved" } });
        var answer = await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded((int)StatusCode.NotFound, "gone");
        Assert.True(answer.TrailersOnly);
        Assert.Equal(200, answer.HttpStatus);
        Assert.Equal("moved", answer.Header("x-why"));
    }

    [SkippableFact]
    public async Task A_status_message_escapes_only_percent_and_what_is_not_printable_ASCII()
    {
        Probe.Unary = (_, _) => throw new RpcException(new Status(StatusCode.Aborted, "100% of a/b:c;d ü 😈\n~"));
        var answer = await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host);
        Assert.Equal("100%25 of a/b:c;d %C3%BC %F0%9F%98%88%0A~", answer.Detail);
    }

    [SkippableFact]
    public async Task A_status_with_details_beyond_8_KiB_comes_whole()
    {
        var status = new Google.Rpc.Status { Code = (int)StatusCode.FailedPrecondition, Message = "not yet" };
        var info = new ErrorInfo { Reason = "TOO_EARLY", Metadata = { ["text"] = new string('t', 20_000) } };
        status.Details.Add(Google.Protobuf.WellKnownTypes.Any.Pack(info));
        Probe.Unary = (_, _) => throw status.ToRpcException();

        var answer = await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded((int)StatusCode.FailedPrecondition, "not yet");
        var text = answer.Header("grpc-status-details-bin")!;
        Assert.Equal(status, Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))));
    }

    [SkippableFact]
    public async Task A_trailer_that_is_not_ASCII_is_INTERNAL_and_says_what_to_do()
    {
        Probe.Unary = (request, context) =>
        {
            context.ResponseTrailers.Add("x-name", "Zoë");
            return Task.FromResult(request);
        };
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host))
            .AssertEnded((int)StatusCode.Internal, "The metadata 'x-name' is not printable ASCII: send it under a key that ends in '-bin'.");
    }

    [SkippableFact]
    public async Task An_exception_is_UNKNOWN_and_tells_nothing_unless_details_are_enabled()
    {
        Probe.Unary = (_, _) => throw new InvalidOperationException("secret", new FormatException("inner"));
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).AssertEnded((int)StatusCode.Unknown, "Exception was thrown by handler.");

        await using var open = await StartAsync(options => options.EnableDetailedErrors = true);
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(open))
            .AssertEnded((int)StatusCode.Unknown, "Exception was thrown by handler. InvalidOperationException: secret FormatException: inner");
    }

    [SkippableFact]
    public async Task A_handler_that_returns_nothing_ends_CANCELLED()
    {
        Probe.Unary = (_, _) => Task.FromResult<Words>(null!);
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).AssertEnded((int)StatusCode.Cancelled, "No message returned from method.");
    }

    [SkippableFact]
    public async Task A_status_that_the_handler_sets_comes_with_its_message()
    {
        Probe.Unary = (request, context) =>
        {
            context.Status = new Status(StatusCode.DataLoss, "partly");
            return Task.FromResult(request);
        };
        var answer = await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded((int)StatusCode.DataLoss, "partly");
        Assert.Equal(["x"], answer.Texts);
    }

    [SkippableFact]
    public async Task The_context_knows_the_call()
    {
        Probe.Unary = (_, context) => Task.FromResult(new Words
        {
            Text = $"{context.Method} {context.Host.Split(':')[0]} {context.Peer.Split(':')[0]} {context.Deadline == DateTime.MaxValue} {context.AuthContext.IsPeerAuthenticated} {context.GetHttpContext().Request.Protocol}",
        });
        Assert.Equal([$"{UnaryPath} 127.0.0.1 ipv4 True False HTTP/2"], (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).Texts);
    }

    private Task<RawAnswer> SendWith(string header, params string[] values)
    {
        Probe.Unary = (request, context) =>
        {
            _seen = context.RequestHeaders;
            return Task.FromResult(request);
        };
        return new RawCall(UnaryPath).With(header, values).Data(Frame("x")).End().SendAsync(Host);
    }
}
