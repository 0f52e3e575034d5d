using Grpc.Core;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>Streams, metadata around them, and connections that go away.</summary>
public sealed class StreamTests(RawServer server) : IClassFixture<RawServer>
{
    [SkippableFact]
    public async Task Metadata_keeps_order_and_binary_values_are_split_and_decoded()
    {
        using var call = server.Unary("metadata");
        var headers = await call.ResponseHeadersAsync;
        Assert.Equal("x", await call);
        Assert.Equal(["b", "a", "b"], headers.GetAll("x-many").Select(entry => entry.Value));
        Assert.Equal([[1], [2, 3], [4, 5, 6]], headers.GetAll("x-bytes-bin").Select(entry => entry.ValueBytes));
        Assert.Equal(["2", "1"], call.GetTrailers().GetAll("x-last").Select(entry => entry.Value));
        Assert.Equal([7], call.GetTrailers().GetValueBytes("x-end-bin"));
    }

    [SkippableFact]
    public async Task Status_and_trailers_are_refused_until_the_call_has_ended()
    {
        using var call = server.ServerStream("several");
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
        Assert.Equal(3, await call.ResponseStream.ReadAllAsync().CountAsync());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [SkippableFact]
    public async Task Writer_learns_the_status_of_a_server_that_ends_early()
    {
        using var call = server.Invoker().AsyncClientStreamingCall(RawServer.Method("early", MethodType.ClientStreaming), null, default);
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
                await call.RequestStream.WriteAsync(new string('x', 10_000)).WaitAsync(TimeSpan.FromSeconds(30));
        });
        Assert.Equal((StatusCode.ResourceExhausted, "enough"), (error.StatusCode, error.Status.Detail));
        error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.ResourceExhausted, "enough"), (error.StatusCode, error.Status.Detail));
    }

    [SkippableFact]
    public async Task Second_read_or_write_at_a_time_is_refused()
    {
        using var call = server.Duplex("silent");
        var reading = call.ResponseStream.MoveNext(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        await call.RequestStream.CompleteAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync("after the end"));
        call.Dispose();
        await Assert.ThrowsAsync<RpcException>(() => reading);
    }

    [SkippableFact]
    public async Task Call_finishes_on_a_connection_that_is_going_away_and_the_next_takes_another()
    {
        Assert.Equal("finished", await server.AskAsync("goaway"));
        Assert.Equal("one byte at a time", await server.AskAsync("split"));
    }

    [SkippableFact]
    public async Task Call_that_a_closing_connection_has_not_taken_is_sent_over_another()
    {
        // So that there is an earlier stream, which the connection says was its last.
        Assert.Equal("one byte at a time", await server.AskAsync("split"));
        Assert.Equal("on another connection", await server.AskAsync("goaway-unprocessed"));
    }
}
