using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Training.Runtime.Tests.Grpc.Server;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>What the client makes of answers that carry no status, a strange one, or none at all.</summary>
public sealed class StatusMappingTests(RawServer server) : IClassFixture<RawServer>
{
    [SkippableTheory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x3, StatusCode.Internal)]
    [InlineData(0x4, StatusCode.Internal)]
    [InlineData(0x6, StatusCode.Internal)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0x9, StatusCode.Internal)]
    [InlineData(0xa, StatusCode.Internal)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task Reset_becomes_the_status_of_its_code(int code, StatusCode expected)
    {
        Assert.Equal(expected, (await server.FailAsync($"reset/{code}")).StatusCode);

        var wasRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await GrpcHost.StartAsync(app => app.MapPost("raw/reset", async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(new byte[] { 0, 0, 0, 0, 1, (byte)'x' });
            await http.Response.Body.FlushAsync();
            await wasRead.Task;
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        }));
        using var channel = GrpcChannel.ForAddress(host.Address);
        using var stream = channel.CreateCallInvoker().AsyncServerStreamingCall(RawServer.Method("reset", MethodType.ServerStreaming), null, default, "");
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("x", stream.ResponseStream.Current);
        wasRead.SetResult();
        Assert.Equal(expected, (await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
    }

    [SkippableTheory]
    [InlineData(200, StatusCode.Unknown)]
    [InlineData(204, StatusCode.Unknown)]
    [InlineData(302, StatusCode.Unknown)]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(418, StatusCode.Unknown)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(431, StatusCode.Internal)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    public async Task Http_status_becomes_a_status_when_there_is_no_other(int http, StatusCode expected) =>
        Assert.Equal(expected, (await server.FailAsync($"http/{http}")).StatusCode);

    [SkippableFact]
    public async Task Grpc_status_wins_over_the_http_status()
    {
        var error = await server.FailAsync("http-with-status/503");
        Assert.Equal((StatusCode.NotFound, "gone"), (error.StatusCode, error.Status.Detail));
    }

    [SkippableTheory]
    [InlineData("17")]
    [InlineData("-1")]
    [InlineData("ok")]
    [InlineData("99999999999")]
    public async Task Unknown_status_becomes_unknown_and_is_named(string status)
    {
        var error = await server.FailAsync($"status/{status}");
        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.Contains($"'{status}'", error.Status.Detail, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("missing-status")]
    [InlineData("no-trailers")]
    public async Task Missing_status_becomes_unknown(string name) =>
        Assert.Equal(StatusCode.Unknown, (await server.FailAsync(name)).StatusCode);

    [SkippableTheory]
    [InlineData("text/html")]
    [InlineData("application/grpc-web+proto")]
    [InlineData("application/grpcx")]
    public async Task Other_content_types_become_unknown_and_are_named(string contentType)
    {
        var error = await server.FailAsync("content-type", With("x-content-type", contentType));
        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.Contains(contentType, error.Status.Detail, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    public async Task Content_types_of_grpc_are_accepted(string contentType) =>
        Assert.Equal("x", await server.AskAsync("content-type", With("x-content-type", contentType)));

    [SkippableFact]
    public async Task Trailers_only_answer_gives_status_message_and_metadata()
    {
        using var call = server.Unary("trailers-only");
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.NotFound, "gone"), (error.StatusCode, error.Status.Detail));
        Assert.Equal("moved", error.Trailers.GetValue("x-why"));
        Assert.Equal([1, 2, 3], error.Trailers.GetValueBytes("x-where-bin"));
        Assert.Null(error.Trailers.Get("grpc-status"));
        Assert.Equal(StatusCode.NotFound, call.GetStatus().StatusCode);
        Assert.Equal("moved", call.GetTrailers().GetValue("x-why"));
    }

    [SkippableFact]
    public async Task Status_details_over_8_KiB_arrive_as_a_trailer()
    {
        var error = await server.FailAsync("big-details");
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Equal(Enumerable.Repeat((byte)7, 9000), error.Trailers.GetValueBytes("grpc-status-details-bin"));
    }

    [SkippableTheory]
    [InlineData("plain", "plain")]
    [InlineData("%41%2F%3A%25", "A/:%")]
    [InlineData("%e2%98%ba", "\u263a")]
    [InlineData("100% sure", "100% sure")]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("a%FFb", "a\ufffdb")]
    public async Task Message_is_decoded_as_far_as_it_can_be(string sent, string expected)
    {
        var error = await server.FailAsync("message", With("x-message", sent));
        Assert.Equal((StatusCode.Unknown, expected), (error.StatusCode, error.Status.Detail));
    }

    [SkippableTheory]
    [InlineData("lost")]
    [InlineData("lost/headers")]
    public async Task Lost_connection_becomes_unavailable(string name) =>
        Assert.Equal(StatusCode.Unavailable, (await server.FailAsync(name)).StatusCode);

    private static CallOptions With(string key, string value) => new(new Metadata { { key, value } });
}
