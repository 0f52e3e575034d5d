using Grpc.Core;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Callers that reset their stream, vanish, or leave it half open.</summary>
public sealed class CancellationTests : ProbeHost
{
    private const int Cancel = 8;
    private const int InternalError = 2;

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception?> _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(Cancel)]
    [InlineData(InternalError)]
    public async Task A_reset_mid_stream_cancels_the_handler_and_its_read(int code)
    {
        ListenInDuplex();
        using var caller = await RawConnection.OpenAsync(Host);
        await caller.StartCallAsync(1, DuplexPath);
        await caller.SendDataAsync(1, Frame("x"));
        await caller.WaitForFrameAsync(RawConnection.DataFrame);
        await caller.ResetAsync(1, code);
        await AssertCancelled();
        Assert.IsAssignableFrom<IOException>(await _read.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_connection_that_breaks_cancels_the_handler_and_its_read()
    {
        ListenInDuplex();
        using (var caller = await RawConnection.OpenAsync(Host))
        {
            await caller.StartCallAsync(1, DuplexPath);
            await caller.SendDataAsync(1, Frame("x"));
            await caller.WaitForFrameAsync(RawConnection.DataFrame);
        }

        await AssertCancelled();
        Assert.NotNull(await _read.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [SkippableFact]
    public async Task A_reset_before_the_message_is_whole_leaves_the_handler_uncalled()
    {
        var called = false;
        Probe.Unary = (request, _) =>
        {
            called = true;
            return Task.FromResult(request);
        };
        await new RawCall(UnaryPath).Data(Frame("x")[..4]).Reset(Cancel).SendAsync(Host);
        (await new RawCall(ServerStreamPath).Data(Frame("x")).End().SendAsync(Host)).AssertEnded(0, null);
        Assert.False(called);
    }

    [SkippableFact]
    public async Task A_write_after_the_caller_is_gone_is_refused()
    {
        var refused = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Probe.ServerStream = async (request, responses, context) =>
        {
            await responses.WriteAsync(request);
            await WaitForCancellation(context);
            refused.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(request)));
        };
        await new RawCall(ServerStreamPath).Data(Frame("x")).End().WaitForData().Reset(Cancel).SendAsync(Host);
        Assert.IsType<InvalidOperationException>(await refused.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [SkippableFact]
    public async Task A_handler_that_ends_before_its_requests_do_answers_and_closes_the_stream()
    {
        Probe.ClientStream = (_, _) => throw new RpcException(new Status(StatusCode.FailedPrecondition, "enough"));
        var answer = await new RawCall(ClientStreamPath).Data(Frame("x")).SendAsync(Host);
        answer.AssertEnded((int)StatusCode.FailedPrecondition, "enough");
        Assert.Equal(0, answer.Reset);
    }

    [SkippableFact]
    public async Task Responses_go_on_after_the_caller_has_half_closed()
    {
        Probe.Duplex = async (requests, responses, context) =>
        {
            var texts = new List<string>();
            await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
                texts.Add(request.Text);
            Assert.False(await requests.MoveNext(context.CancellationToken));
            foreach (var text in texts)
                await responses.WriteAsync(new() { Text = text });
        };
        var answer = await new RawCall(DuplexPath).Data(Frame("one")).Data(Frame("two")).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(["one", "two"], answer.Texts);
    }

    private void ListenInDuplex() => Probe.Duplex = async (requests, responses, context) =>
    {
        await using var registration = context.CancellationToken.Register(() => _cancelled.TrySetResult());
        Assert.True(await requests.MoveNext(CancellationToken.None));
        await responses.WriteAsync(requests.Current);
        _read.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(CancellationToken.None)));
        await _cancelled.Task;
    };

    private async Task WaitForCancellation(ServerCallContext context)
    {
        await using var registration = context.CancellationToken.Register(() => _cancelled.TrySetResult());
        await _cancelled.Task;
    }

    private Task AssertCancelled() => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
}
