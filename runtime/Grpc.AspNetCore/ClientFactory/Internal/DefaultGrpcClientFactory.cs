using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

internal sealed class DefaultGrpcClientFactory(
    IServiceProvider services,
    ClientNames names,
    ClientChannels channels,
    IOptionsMonitor<GrpcClientFactoryOptions> options) : GrpcClientFactory
{
    public override TClient CreateClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(string name)
    {
        names.Require(name, typeof(TClient));
        var client = options.Get(name);
        var invoker = channels.Invoker(name);
        if (client.CallOptionsActions.Count > 0)
            invoker = new CallOptionsInvoker(invoker, client.CallOptionsActions, services);
        invoker = ClientChannels.Intercept(invoker, client, InterceptorScope.Client, services);
        if (client.Creator is null)
            return Constructor<TClient>.Create(services, [invoker]);
        return client.Creator(invoker) as TClient
            ?? throw new InvalidOperationException($"The creator of the gRPC client '{name}' did not return a {typeof(TClient)}.");
    }

    private static class Constructor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>
    {
        public static readonly ObjectFactory<TClient> Create = ActivatorUtilities.CreateFactory<TClient>([typeof(CallInvoker)]);
    }
}
