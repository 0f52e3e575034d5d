using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Which client type each name belongs to.</summary>
internal sealed class ClientNames
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    public static ClientNames Of(IServiceCollection services)
    {
        foreach (var service in services)
            if (service is { IsKeyedService: false, ImplementationInstance: ClientNames known })
                return known;
        var names = new ClientNames();
        services.AddSingleton(names);
        return names;
    }

    public void Add(string name, Type client)
    {
        if (!_types.TryAdd(name, client) && _types[name] != client)
            throw new InvalidOperationException($"The gRPC client name '{name}' belongs to {_types[name]}. Give {client} another: AddGrpcClient<{client.Name}>(\"another name\").");
    }

    public void Require(string name, string caller)
    {
        if (!_types.ContainsKey(name))
            throw new InvalidOperationException($"{caller} configures gRPC clients only: call it on what AddGrpcClient returns.");
    }

    public void Require(string name, Type client)
    {
        if (!_types.TryGetValue(name, out var known) || known != client)
            throw new InvalidOperationException($"No gRPC client of the type {client} is registered by the name '{name}': call services.AddGrpcClient<{client.Name}>(\"{name}\").");
    }
}
