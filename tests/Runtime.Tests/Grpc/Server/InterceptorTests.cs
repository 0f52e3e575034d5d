using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Runtime.Tests.Probes;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>What stands before handlers, and how handlers and interceptors come to be.</summary>
public sealed class InterceptorTests
{
    private readonly Journal _journal = new();

    [SkippableTheory]
    [InlineData(UnaryPath)]
    [InlineData(ClientStreamPath)]
    [InlineData(ServerStreamPath)]
    [InlineData(DuplexPath)]
    public async Task Interceptors_stand_in_order_before_each_kind_and_are_disposed_after_it(string path)
    {
        await using var host = await StartAsync(options =>
        {
            options.Interceptors.Add<Noting>("outer");
            options.Interceptors.Add(typeof(Noting), "inner");
        });
        var answer = await new RawCall(path).Data(Frame("x")).End().SendAsync(host);
        answer.AssertEnded(0, null);
        Assert.Equal(["outer", "inner", "inner done", "inner disposed", "outer done", "outer disposed"], _journal.Lines);
    }

    [SkippableFact]
    public async Task A_registered_interceptor_comes_from_the_application_and_is_not_disposed_with_the_call()
    {
        await using var host = await StartAsync(
            options => options.Interceptors.Add<Noting>(),
            services => services.AddSingleton(new Noting("registered", _journal)));
        await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host);
        await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host);
        Assert.Equal(["registered", "registered done", "registered", "registered done"], _journal.Lines);
    }

    [SkippableFact]
    public async Task A_services_interceptors_stand_after_those_of_all()
    {
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<ProbeService>(),
            builder =>
            {
                builder.Services.AddSingleton(new Probe()).AddSingleton(_journal);
                builder.Services.AddGrpc(options => options.Interceptors.Add<Noting>("all")).AddServiceOptions<ProbeService>(options => options.Interceptors.Add<Noting>("own"));
            });
        await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host);
        Assert.Equal(["all", "own"], _journal.Lines.Take(2));
    }

    [SkippableFact]
    public async Task An_interceptor_can_refuse_a_call_before_its_handler()
    {
        await using var host = await StartAsync(options => options.Interceptors.Add<Refusing>());
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host)).AssertEnded((int)StatusCode.PermissionDenied, "not you");
    }

    [SkippableFact]
    public async Task An_interceptor_can_turn_an_exception_into_a_status()
    {
        await using var host = await StartAsync(
            options => options.Interceptors.Add<Translating>(),
            services => services.AddSingleton(new Probe { Unary = (_, _) => throw new KeyNotFoundException("no such thing") }));
        (await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host)).AssertEnded((int)StatusCode.NotFound, "no such thing");
    }

    [SkippableFact]
    public async Task A_service_is_made_for_each_call_in_its_scope_and_disposed_after_it()
    {
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<ScopedService>(),
            builder => builder.Services.AddSingleton(_journal).AddScoped<Scope>());
        await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host);
        await new RawCall(UnaryPath).Data(Frame("x")).End().SendAsync(host);
        Assert.Equal(["call 1 of its scope", "service disposed", "call 1 of its scope", "service disposed"], _journal.Lines);
    }

    [Fact]
    public void What_is_no_interceptor_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GrpcServiceOptions().Interceptors.Add(typeof(string)));

    private Task<GrpcHost> StartAsync(Action<GrpcServiceOptions> options, Action<IServiceCollection>? services = null) => GrpcHost.StartAsync(
        app => app.MapGrpcService<ProbeService>(),
        builder =>
        {
            builder.Services.AddSingleton(new Probe()).AddSingleton(_journal);
            builder.Services.AddGrpc(options);
            services?.Invoke(builder.Services);
        });

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    private sealed class Noting(string name, Journal journal) : Interceptor, IDisposable
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            Around(() => continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around(() => continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around(() => Void(continuation(request, responseStream, context)));

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around(() => Void(continuation(requestStream, responseStream, context)));

        public void Dispose() => journal.Lines.Add($"{name} disposed");

        private static async Task<bool> Void(Task task)
        {
            await task;
            return true;
        }

        private async Task<T> Around<T>(Func<Task<T>> run)
        {
            journal.Lines.Add(name);
            var result = await run();
            journal.Lines.Add($"{name} done");
            return result;
        }
    }

    private sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "not you"));
    }

    private sealed class Translating : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (KeyNotFoundException missing)
            {
                throw new RpcException(new Status(StatusCode.NotFound, missing.Message));
            }
        }
    }

    private sealed class Scope
    {
        public int Calls { get; set; }
    }

    private sealed class ScopedService(Scope scope, Journal journal) : Probes.Probe.ProbeBase, IAsyncDisposable
    {
        public override Task<Words> Unary(Words request, ServerCallContext context)
        {
            journal.Lines.Add($"call {++scope.Calls} of its scope");
            return Task.FromResult(request);
        }

        public ValueTask DisposeAsync()
        {
            journal.Lines.Add("service disposed");
            return ValueTask.CompletedTask;
        }
    }
}
