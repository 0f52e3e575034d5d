using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Training.Runtime.Tests.Probes;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>
/// grpc-timeout, by node:http2, which does not give up by itself. On a busy machine a short deadline passes before the handler begins, and then it is not called at all: where
/// a test needs the handler, it calls until that has begun, or lets the time pass by hand.
/// </summary>
public sealed class DeadlineTests : ProbeHost
{
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SkippableTheory]
    [InlineData(50, 'm')]
    [InlineData(50_000, 'u')]
    public async Task An_expired_deadline_cancels_the_handler_and_answers_DEADLINE_EXCEEDED(int timeout, char unit)
    {
        var begun = new TaskCompletionSource();
        Probe.Unary = async (request, context) =>
        {
            begun.TrySetResult();
            await WaitForCancellation(context);
            return request;
        };
        for (; !begun.Task.IsCompleted; timeout *= 4)
        {
            var answer = await new RawCall(UnaryPath).With("grpc-timeout", $"{timeout}{unit}").Data(Frame("x")).End().SendAsync(Host);
            answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
        }

        await _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [SkippableTheory]
    [InlineData("0n")]
    [InlineData("1n")]
    public async Task A_deadline_that_has_passed_already_answers_DEADLINE_EXCEEDED(string timeout)
    {
        Probe.Unary = async (request, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return request;
        };
        var answer = await new RawCall(UnaryPath).With("grpc-timeout", timeout).Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
    }

    [SkippableFact]
    public async Task A_handler_learns_of_the_deadline_only_when_it_has_ended_the_call()
    {
        var clock = new HandClock();
        await using var host = await StartAsync(clock);
        Probe.Unary = async (request, context) =>
        {
            using (var expiry = HeldContinuations.Begin())
            {
                clock.Pass(TimeSpan.FromSeconds(1));
                context.CancellationToken.ThrowIfCancellationRequested();
                Assert.Equal(1, expiry.Count);
            }

            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return request;
        };
        var answer = await new RawCall(UnaryPath).With("grpc-timeout", "1S").Data(Frame("x")).End().SendAsync(host);
        answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
    }

    [SkippableFact]
    public async Task What_a_handler_was_about_to_say_is_not_told_when_the_deadline_ends_its_call()
    {
        var clock = new HandClock();
        await using var host = await StartAsync(clock);
        Probe.Unary = async (request, context) =>
        {
            context.Status = new Status(StatusCode.Aborted, "half way");
            context.ResponseTrailers.Add("x-half", "way");
            clock.Pass(TimeSpan.FromSeconds(1));
            await WaitForCancellation(context);
            return request;
        };
        var answer = await new RawCall(UnaryPath).With("grpc-timeout", "1S").Data(Frame("x")).End().SendAsync(host);
        answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
        Assert.Null(answer.Header("x-half") ?? answer.Trailer("x-half"));
    }

    [SkippableFact]
    public async Task The_caller_is_answered_even_when_the_handler_does_not_listen()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var refused = new TaskCompletionSource<Exception?>();
        Probe.ServerStream = async (request, responses, _) =>
        {
            begun.TrySetResult();
            await release.Task;
            refused.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(request)));
        };

        for (var timeout = 50; !begun.Task.IsCompleted; timeout *= 4)
        {
            var answer = await new RawCall(ServerStreamPath).With("grpc-timeout", $"{timeout}m").Data(Frame("x")).End().SendAsync(Host);
            answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
        }
        Assert.False(refused.Task.IsCompleted);
        release.SetResult();
        var error = Assert.IsType<InvalidOperationException>(await refused.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("Can't write the message because the request is complete.", error.Message);
    }

    [SkippableFact]
    public async Task A_deadline_during_a_response_stream_ends_it_after_what_was_sent()
    {
        var clock = new HandClock();
        await using var host = await StartAsync(clock);
        Probe.ServerStream = async (request, responses, context) =>
        {
            await responses.WriteAsync(request);
            clock.Pass(TimeSpan.FromSeconds(1));
            await WaitForCancellation(context);
        };
        var answer = await new RawCall(ServerStreamPath).With("grpc-timeout", "1S").Data(Frame("x")).End().SendAsync(host);
        answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
        Assert.False(answer.TrailersOnly);
        Assert.Equal(["x"], answer.Texts);
    }

    [SkippableFact]
    public async Task A_deadline_before_the_request_has_come_whole_ends_the_call()
    {
        var answer = await new RawCall(UnaryPath).With("grpc-timeout", "50m").Data(Frame("x")[..4]).SendAsync(Host);
        answer.AssertEnded((int)StatusCode.DeadlineExceeded, "Deadline Exceeded");
    }

    [SkippableTheory]
    [InlineData("123456789S", "none")]
    [InlineData("5x", "none")]
    [InlineData("S", "none")]
    [InlineData("-5S", "none")]
    [InlineData("1H", "near")]
    [InlineData("99999999H", "years")]
    public async Task A_timeout_that_is_none_is_ignored_and_one_beyond_measure_is_capped(string timeout, string expected)
    {
        Probe.Unary = (_, context) => Task.FromResult(new Words { Text = Describe(context.Deadline) });
        var answer = await new RawCall(UnaryPath).With("grpc-timeout", timeout).Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal([expected], answer.Texts);
    }

    [SkippableFact]
    public async Task A_call_that_ends_in_time_keeps_its_own_status()
    {
        Probe.Unary = (_, _) => throw new RpcException(new Status(StatusCode.NotFound, "gone"));
        (await new RawCall(UnaryPath).With("grpc-timeout", "1H").Data(Frame("x")).End().SendAsync(Host)).AssertEnded((int)StatusCode.NotFound, "gone");
    }

    private Task<GrpcHost> StartAsync(HandClock clock) => StartAsync(_ => { }, builder => builder.Services.AddSingleton<TimeProvider>(clock));

    private static string Describe(DateTime deadline)
    {
        if (deadline == DateTime.MaxValue)
            return "none";
        var left = deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
        return left > TimeSpan.FromDays(1000) ? "years" : left > TimeSpan.FromMinutes(50) ? "near" : left.ToString();
    }

    private async Task WaitForCancellation(ServerCallContext context)
    {
        await using var registration = context.CancellationToken.Register(() => _cancelled.TrySetResult());
        await _cancelled.Task;
        context.CancellationToken.ThrowIfCancellationRequested();
    }
}
