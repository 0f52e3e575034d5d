using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Training.Runtime.Tests.Grpc.Server;
using Xunit;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace Training.Runtime.Tests.Grpc.Client;

public sealed class ClientFactoryTests : IAsyncLifetime
{
    private const string Echoed = "x-grpc-test-echo-initial";

    private readonly ServiceCollection _services = new();
    private GrpcHost? _host;

    public async Task InitializeAsync() => _host = await GrpcHost.StartTestServiceAsync();

    public Task DisposeAsync() => _host!.DisposeAsync().AsTask();

    [Fact]
    public async Task Client_is_resolved_by_its_type()
    {
        Add();
        await using var provider = _services.BuildServiceProvider();
        Assert.Equal(new Empty(), await provider.GetRequiredService<TestClient>().EmptyCallAsync(new Empty()));
    }

    [Fact]
    public async Task Client_is_resolved_by_its_name_with_options_that_take_services()
    {
        _services.AddSingleton(_host!.Address);
        _services.AddGrpcClient<TestClient>("here", (provider, options) => options.Address = provider.GetRequiredService<Uri>());
        _services.AddGrpcClient<TestClient>("nowhere", options => options.Address = new Uri("http://127.0.0.1:1"));
        await using var provider = _services.BuildServiceProvider();
        var factory = provider.GetRequiredService<GrpcClientFactory>();

        Assert.Equal(new Empty(), await factory.CreateClient<TestClient>("here").EmptyCallAsync(new Empty()));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await factory.CreateClient<TestClient>("nowhere").EmptyCallAsync(new Empty()));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public async Task Interceptors_wrap_in_their_order_and_live_as_long_as_their_scope()
    {
        var made = new List<string>();
        var passed = new List<string>();
        Add()
            .AddInterceptor(() => Recorder("first of channel"))
            .AddInterceptor(() => Recorder("second of channel"))
            .AddInterceptor(InterceptorScope.Client, () => Recorder("of client"));
        await using var provider = _services.BuildServiceProvider();
        for (var i = 0; i < 2; i++)
            await provider.GetRequiredService<TestClient>().EmptyCallAsync(new Empty());

        Assert.Equal(["first of channel", "second of channel", "of client", "of client"], made);
        Assert.Equal(["of client", "first of channel", "second of channel", "of client", "first of channel", "second of channel"], passed);

        Interceptor Recorder(string name)
        {
            made.Add(name);
            return new Recording(() => passed.Add(name));
        }
    }

    [Fact]
    public async Task Call_credentials_are_sent_in_the_clear_only_when_the_channel_says_so()
    {
        Add().AddCallCredentials((_, metadata) =>
        {
            metadata.Add(Echoed, "secret");
            return Task.CompletedTask;
        });
        _services.AddGrpcClient<TestClient>("trusted", options => options.Address = _host!.Address)
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((_, metadata, provider) =>
            {
                metadata.Add(Echoed, provider.GetRequiredService<string>());
                return Task.CompletedTask;
            });
        _services.AddSingleton("secret");
        await using var provider = _services.BuildServiceProvider();

        var factory = provider.GetRequiredService<GrpcClientFactory>();

        Assert.Null(await Echo(factory.CreateClient<TestClient>("TestServiceClient")));
        Assert.Equal("secret", await Echo(factory.CreateClient<TestClient>("trusted")));
    }

    [Fact]
    public async Task Composed_call_credentials_all_take_part_and_name_service_and_method()
    {
        using var channel = GrpcChannel.ForAddress(_host!.Address, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var who = CallCredentials.FromInterceptor((context, metadata) =>
        {
            metadata.Add(Echoed, $"{context.ServiceUrl} {context.MethodName}");
            return Task.CompletedTask;
        });
        var more = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("x-grpc-test-echo-trailing-bin", [1]);
            return Task.CompletedTask;
        });
        using var call = new TestClient(channel).UnaryCallAsync(new SimpleRequest(), new CallOptions(credentials: CallCredentials.Compose(who, more)));
        await call;
        Assert.Equal($"{_host.Address.GetLeftPart(UriPartial.Authority)}/grpc.testing.TestService UnaryCall", (await call.ResponseHeadersAsync).GetValue(Echoed));
        Assert.Equal([1], call.GetTrailers().GetValueBytes("x-grpc-test-echo-trailing-bin"));
    }

    [Fact]
    public async Task Failing_call_credentials_fail_the_call()
    {
        using var channel = GrpcChannel.ForAddress(_host!.Address, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var failing = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token to be had"));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new TestClient(channel).EmptyCallAsync(new Empty(), new CallOptions(credentials: failing)));
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.Contains("no token to be had", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_options_of_the_client_are_applied()
    {
        Add().ConfigureChannel((_, channel) => channel.MaxReceiveMessageSize = 10);
        await using var provider = _services.BuildServiceProvider();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await provider.GetRequiredService<TestClient>().UnaryCallAsync(new SimpleRequest { ResponseSize = 100 }));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task Creator_makes_the_client_when_there_is_one()
    {
        TestClient? made = null;
        Add().ConfigureGrpcClientCreator(invoker => made = new TestClient(invoker));
        await using var provider = _services.BuildServiceProvider();
        Assert.Same(provider.GetRequiredService<TestClient>(), made);
    }

    [Fact]
    public async Task Mistakes_in_the_registration_are_named()
    {
        _services.AddGrpcClient<TestClient>();
        Names("TestServiceClient", () => _services.AddGrpcClient<UnimplementedService.UnimplementedServiceClient>("TestServiceClient"));
        Names("AddInterceptor", () => _services.AddHttpClient("plain").AddInterceptor(() => new Recording(() => { })));
        Names("EnableCallContextPropagation", () => _services.AddHttpClient("plain").EnableCallContextPropagation());

        await using var provider = _services.BuildServiceProvider();
        Names("address", () => provider.GetRequiredService<TestClient>());
        Names("'unknown'", () => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TestClient>("unknown"));

        static void Names(string what, Func<object> mistake) =>
            Assert.Contains(what, Assert.Throws<InvalidOperationException>(mistake).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_refuses_addresses_and_credentials_that_contradict_each_other()
    {
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("ftp://127.0.0.1"));
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://127.0.0.1", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("https://127.0.0.1", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure }));
        using var handler = new System.Net.Http.SocketsHttpHandler();
        using var client = new System.Net.Http.HttpClient();
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("http://127.0.0.1", new GrpcChannelOptions { HttpHandler = handler, HttpClient = client }));
    }

    [Fact]
    public async Task Channel_calls_through_a_client_that_it_was_given()
    {
        using var client = new System.Net.Http.HttpClient();
        using (var channel = GrpcChannel.ForAddress(_host!.Address, new GrpcChannelOptions { HttpClient = client }))
        {
            using var call = new TestClient(channel).FullDuplexCall();
            await call.RequestStream.WriteAsync(InteropCases.Ask(5));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        }

        using var again = GrpcChannel.ForAddress(_host.Address, new GrpcChannelOptions { HttpClient = client });
        Assert.Equal(new Empty(), await new TestClient(again).EmptyCallAsync(new Empty()));
        Assert.Equal(new Empty(), new TestClient(again).EmptyCall(new Empty()));
    }

    private static async Task<string?> Echo(TestClient client)
    {
        using var call = client.UnaryCallAsync(new SimpleRequest());
        await call;
        return (await call.ResponseHeadersAsync).GetValue(Echoed);
    }

    private IHttpClientBuilder Add() => _services.AddGrpcClient<TestClient>(options => options.Address = _host!.Address);

    private sealed class Recording(Action called) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            called();
            return continuation(request, context);
        }
    }
}
