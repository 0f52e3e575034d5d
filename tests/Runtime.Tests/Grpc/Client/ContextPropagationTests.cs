using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Runtime.Tests.Grpc.Server;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>Two hops: a caller asks Front, which asks Back. What the caller allows must hold for both.</summary>
public sealed class ContextPropagationTests : IAsyncLifetime
{
    private readonly Back _back = new();
    private readonly FrontOptions _options = new();
    private GrpcHost? _backHost;
    private GrpcHost? _frontHost;
    private GrpcChannel? _channel;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private TestService.TestServiceClient Caller => new(_channel);

    public async Task InitializeAsync()
    {
        _backHost = await GrpcHost.StartAsync(app => app.MapGrpcService<Back>(), builder => builder.Services.AddSingleton(_back));
        _frontHost = await GrpcHost.StartAsync(app => app.MapGrpcService<Front>(), builder =>
        {
            builder.Services.AddSingleton(_options);
            builder.Services.AddGrpcClient<TestService.TestServiceClient>(o => o.Address = _backHost.Address).EnableCallContextPropagation();
        });
        _channel = GrpcChannel.ForAddress(_frontHost.Address);
    }

    public async Task DisposeAsync()
    {
        _channel!.Dispose();
        await _frontHost!.DisposeAsync();
        await _backHost!.DisposeAsync();
    }

    [Fact]
    public async Task Deadline_of_the_caller_holds_for_the_second_hop()
    {
        var deadline = Now.AddSeconds(60);
        await Caller.EmptyCallAsync(new Empty(), deadline: deadline);
        Assert.InRange(await _back.Deadline.Task, deadline.AddSeconds(-10), deadline.AddSeconds(1));
    }

    [Fact]
    public async Task Earlier_deadline_of_the_second_call_wins()
    {
        var deadline = Now.AddSeconds(20);
        _options.Onward = new CallOptions(deadline: deadline);
        await Caller.EmptyCallAsync(new Empty(), deadline: Now.AddSeconds(60));
        Assert.InRange(await _back.Deadline.Task, deadline.AddSeconds(-10), deadline.AddSeconds(1));
    }

    [Fact]
    public async Task Call_without_deadline_makes_a_call_without_deadline()
    {
        await Caller.EmptyCallAsync(new Empty());
        Assert.Equal(DateTime.MaxValue, await _back.Deadline.Task);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_by_the_caller_reaches_the_second_hop(bool withOwnToken)
    {
        using var own = new CancellationTokenSource();
        _options.Onward = new CallOptions(cancellationToken: withOwnToken ? own.Token : CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var call = Caller.UnaryCallAsync(new SimpleRequest(), cancellationToken: cancel.Token);
        await _back.Deadline.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await cancel.CancelAsync();
        await _back.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Own_token_still_cancels_the_second_call()
    {
        using var own = new CancellationTokenSource();
        _options.Onward = new CallOptions(cancellationToken: own.Token);
        var call = Caller.UnaryCallAsync(new SimpleRequest());
        await _back.Deadline.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await own.CancelAsync();
        await _back.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Deadline_that_passes_ends_both_hops()
    {
        // On a busy machine a short deadline passes before the second hop has begun.
        for (var wait = 500; !_back.Deadline.Task.IsCompleted; wait *= 4)
        {
            var error = await Assert.ThrowsAsync<RpcException>(() => Caller.UnaryCallAsync(new SimpleRequest(), deadline: Now.AddMilliseconds(wait)).ResponseAsync);
            Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        }

        await _back.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Call_outside_of_a_server_call_is_refused_unless_that_is_allowed()
    {
        await using var strict = Services(_ => { });
        var error = Assert.Throws<InvalidOperationException>(() => strict.GetRequiredService<TestService.TestServiceClient>().EmptyCallAsync(new Empty()));
        Assert.Contains("SuppressContextNotFoundErrors", error.Message, StringComparison.Ordinal);

        await using var lenient = Services(options => options.SuppressContextNotFoundErrors = true);
        Assert.Equal(new Empty(), await lenient.GetRequiredService<TestService.TestServiceClient>().EmptyCallAsync(new Empty()));
    }

    private ServiceProvider Services(Action<global::Grpc.AspNetCore.ClientFactory.GrpcContextPropagationOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<TestService.TestServiceClient>(o => o.Address = _backHost!.Address).EnableCallContextPropagation(configure);
        return services.BuildServiceProvider();
    }

    private sealed class FrontOptions
    {
        public CallOptions Onward { get; set; }
    }

    private sealed class Front(TestService.TestServiceClient back, FrontOptions options) : TestService.TestServiceBase
    {
        public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context) => await back.EmptyCallAsync(request, options.Onward);

        public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) => await back.UnaryCallAsync(request, options.Onward);
    }

    private sealed class Back : TestService.TestServiceBase
    {
        public TaskCompletionSource<DateTime> Deadline { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task<Empty> EmptyCall(Empty request, ServerCallContext context)
        {
            Deadline.TrySetResult(context.Deadline);
            return Task.FromResult(new Empty());
        }

        public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
        {
            using var cancelled = context.CancellationToken.Register(() => Cancelled.TrySetResult());
            Deadline.TrySetResult(context.Deadline);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new SimpleResponse();
        }
    }
}
