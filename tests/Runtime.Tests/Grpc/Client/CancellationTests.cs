using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>How a client gives up a call, and what the server sees of it.</summary>
public sealed class CancellationTests(RawServer server) : IClassFixture<RawServer>
{
    private const int Cancel = 8;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static DateTime Soon => Now.AddMilliseconds(100);

    [SkippableTheory]
    [InlineData("deaf")]
    [InlineData("silent")]
    public async Task Deadline_ends_the_call_here_and_resets_it_there(string name)
    {
        var wait = FirstWait;
        do
        {
            // A connection must be there, or the deadline may pass before anything is sent; on a busy machine it does so even then.
            await server.AskAsync("arrivals");
            var error = await server.FailAsync(name, new CallOptions(deadline: Now + wait));
            Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
            wait *= 4;
        }
        while (await server.AskAsync("arrivals") == "0");

        await AssertServerSawCancelAsync();
    }

    [SkippableFact]
    public async Task Deadline_that_has_passed_sends_nothing()
    {
        var error = await server.FailAsync("deaf", new CallOptions(deadline: DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Equal("[]", await server.AskAsync("resets"));
    }

    [SkippableFact]
    public void Deadline_in_local_time_is_refused()
    {
        var local = DateTime.SpecifyKind(Soon, DateTimeKind.Local);
        Assert.Throws<InvalidOperationException>(() => server.Unary("deaf", new CallOptions(deadline: local)));
    }

    [SkippableFact]
    public async Task Deadline_of_years_is_no_obstacle()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddYears(100);
        Assert.Equal("one byte at a time", await server.AskAsync("split", new CallOptions(deadline: deadline)));
    }

    [SkippableFact]
    public async Task Deadline_ends_a_stream_in_its_middle()
    {
        var isInTheMiddle = false;
        for (var wait = FirstWait; !isInTheMiddle; wait *= 4)
        {
            if (await server.AskAsync("arrivals") != "0" && wait > FirstWait)
                await AssertServerSawCancelAsync();
            using var call = server.ServerStream("silent/first", new CallOptions(deadline: Now + wait));
            var error = await Assert.ThrowsAsync<RpcException>(async () =>
            {
                isInTheMiddle = await call.ResponseStream.MoveNext(CancellationToken.None);
                await call.ResponseStream.MoveNext(CancellationToken.None);
            });
            Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
            Assert.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode);
        }

        await AssertServerSawCancelAsync();
    }

    [SkippableTheory]
    [InlineData("deaf")]
    [InlineData("silent")]
    public async Task Callers_token_ends_the_call_here_and_resets_it_there(string name)
    {
        await server.AskAsync("split");
        using var cancel = new CancellationTokenSource();
        using var call = server.Unary(name, new CallOptions(cancellationToken: cancel.Token));
        if (name == "silent")
            await call.ResponseHeadersAsync;
        else
            await server.AskAsync("split");
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        await AssertServerSawCancelAsync();
    }

    [SkippableFact]
    public async Task Token_that_is_cancelled_already_sends_nothing()
    {
        var error = await server.FailAsync("deaf", new CallOptions(cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        Assert.Equal("[]", await server.AskAsync("resets"));
    }

    [SkippableFact]
    public async Task Token_of_a_read_ends_the_call()
    {
        using var cancel = new CancellationTokenSource();
        using var call = server.ServerStream("silent/first");
        Assert.True(await call.ResponseStream.MoveNext(cancel.Token));
        var next = call.ResponseStream.MoveNext(cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => next)).StatusCode);
        await AssertServerSawCancelAsync();
    }

    [SkippableFact]
    public async Task Dispose_cancels_the_call()
    {
        var call = server.Duplex("silent/first");
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        call.Dispose();
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync("too late"));
        await AssertServerSawCancelAsync();
    }

    [SkippableFact]
    public async Task Dispose_after_the_end_changes_nothing()
    {
        var call = server.Unary("split");
        await call;
        call.Dispose();
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [SkippableFact]
    public async Task Dispose_of_the_channel_cancels_its_calls_and_refuses_others()
    {
        server.Invoker();
        var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.CreateCallInvoker();
        using var call = invoker.AsyncUnaryCall(RawServer.Method("silent"), null, default, "");
        await call.ResponseHeadersAsync;
        channel.Dispose();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        Assert.Throws<ObjectDisposedException>(() => invoker.AsyncUnaryCall(RawServer.Method("split"), null, default, ""));
        await AssertServerSawCancelAsync();
    }

    [SkippableFact]
    public async Task Cancelled_calls_throw_OperationCanceledException_when_the_channel_says_so()
    {
        server.Invoker();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        using var cancel = new CancellationTokenSource();
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(RawServer.Method("silent"), null, new CallOptions(cancellationToken: cancel.Token), "");
        await call.ResponseHeadersAsync;
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.ResponseAsync);
        Assert.Equal(cancel.Token, error.CancellationToken);

        using var late = channel.CreateCallInvoker().AsyncUnaryCall(RawServer.Method("silent"), null, new CallOptions(deadline: Soon), "");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late.ResponseAsync);

        using var refused = channel.CreateCallInvoker().AsyncUnaryCall(RawServer.Method("trailers-only"), null, default, "");
        await Assert.ThrowsAsync<RpcException>(() => refused.ResponseAsync);
        Assert.NotEmpty(await server.TakeResetsAsync());
    }

    private async Task AssertServerSawCancelAsync()
    {
        var resets = await server.TakeResetsAsync();
        Assert.Equal([Cancel], resets);
    }
}
