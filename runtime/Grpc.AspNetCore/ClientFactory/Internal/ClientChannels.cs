using System.Collections.Concurrent;
using System.Net.Http;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>One channel per client name, made when first needed and closed with the services.</summary>
internal sealed class ClientChannels(
    IServiceProvider services,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<GrpcClientFactoryOptions> options,
    ILoggerFactory loggers) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> _byName = new(StringComparer.Ordinal);

    public CallInvoker Invoker(string name) => _byName.GetOrAdd(name, key => new(() => Open(key))).Value.Invoker;

    public static CallInvoker Intercept(CallInvoker invoker, GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services)
    {
        var interceptors = options.InterceptorRegistrations.Where(registration => registration.Scope == scope).Select(registration => registration.Creator(services)).ToArray();
        return interceptors.Length == 0 ? invoker : invoker.Intercept(interceptors);
    }

    public void Dispose()
    {
        foreach (var opened in _byName.Values)
            if (opened.IsValueCreated)
                opened.Value.Channel.Dispose();
    }

    private (GrpcChannel Channel, CallInvoker Invoker) Open(string name)
    {
        var client = options.Get(name);
        if (client.Address is null)
            throw new InvalidOperationException($"The gRPC client '{name}' has no address. Set one: AddGrpcClient<…>(o => o.Address = new Uri(\"http://host:port\")).");
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name), LoggerFactory = loggers };
        foreach (var configure in client.ChannelOptionsActions)
            configure(channelOptions);
        var channel = GrpcChannel.ForAddress(client.Address, channelOptions);
        return (channel, Intercept(channel.CreateCallInvoker(), client, InterceptorScope.Channel, services));
    }
}
