using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Runtime.Tests.Probes;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Many streams at once, and a server that stops while it is called.</summary>
public sealed class LoadTests : ProbeHost
{
    private const int Many = 1000;

    [SkippableFact]
    public async Task A_thousand_streams_at_once_on_one_connection_are_all_served()
    {
        var inside = 0;
        var allInside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Probe.Unary = async (request, context) =>
        {
            if (Interlocked.Increment(ref inside) == Many)
                allInside.SetResult();
            await allInside.Task.WaitAsync(context.CancellationToken);
            return request;
        };
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<ProbeService>(),
            builder => builder.Services.AddSingleton(Probe),
            kestrel: options => options.Limits.Http2.MaxStreamsPerConnection = Many);
        var answers = await new RawCall(UnaryPath).Data(Frame("x")).End().Times(Many).SendAllAsync(host);
        Assert.Equal(Many, answers.Count(answer => answer.Status == 0));
    }

    [SkippableFact]
    public async Task A_thousand_calls_beyond_the_connections_limit_wait_and_are_all_served()
    {
        var answers = await new RawCall(DuplexPath).Data(Frame("one")).WaitForData().Data(Frame("two")).End().Times(Many).SendAllAsync(Host);
        Assert.Equal(Many, answers.Count(answer => answer.Status == 0 && answer.Texts.SequenceEqual(["one", "two"])));
    }

    [SkippableFact]
    public async Task A_thousand_streams_that_are_reset_leave_the_server_serving()
    {
        await new RawCall(DuplexPath).Data(Frame("x")).Reset(8).Times(Many).SendAllAsync(Host);
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(Host)).AssertEnded(0, null);
    }

    [SkippableFact]
    public async Task A_call_under_way_is_finished_when_the_server_stops_and_the_connection_is_told_to_go_away()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Probe.Duplex = async (requests, responses, context) =>
        {
            while (await requests.MoveNext(context.CancellationToken))
            {
                await responses.WriteAsync(requests.Current);
                begun.TrySetResult();
            }
        };
        await using var host = await StartAsync(_ => { });
        var calling = new RawCall(DuplexPath).Data(Frame("before")).WaitForGoAway().Data(Frame("after")).End().SendAsync(host);
        await Task.WhenAny(begun.Task, calling);
        var stopping = host.App.StopAsync();
        var answer = await calling;
        await stopping;
        answer.AssertEnded(0, null);
        Assert.Equal(["before", "after"], answer.Texts);
        Assert.Equal(0, answer.GoAway);
    }

    [SkippableFact]
    public async Task A_message_that_the_handler_awaits_is_delivered_before_the_handler_goes_on()
    {
        Probe.Duplex = async (requests, responses, context) =>
        {
            await responses.WriteAsync(new Words { Text = "first" });
            Assert.True(await requests.MoveNext(context.CancellationToken));
            await responses.WriteAsync(requests.Current);
        };
        var answer = await new RawCall(DuplexPath).WaitForData().Data(Frame("answer")).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(["first", "answer"], answer.Texts);
    }

    [SkippableFact]
    public async Task A_buffered_message_is_sent_with_the_next_one_or_at_the_end()
    {
        Probe.ServerStream = async (request, responses, _) =>
        {
            responses.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
            await responses.WriteAsync(request);
            await responses.WriteAsync(request);
        };
        Assert.Equal(["x", "x"], (await new RawCall(ServerStreamPath).Data(Frame("x")).End().SendAsync(Host)).Texts);
    }
}
