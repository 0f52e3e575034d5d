using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Training.Contracts;

namespace Training.Hosting;

/// <summary>Reads each RPC's roles from its contract, once.</summary>
internal sealed class RpcPolicies
{
    private static readonly string[] OpenServices =
    [
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection", // mapped in Development only
        "grpc.reflection.v1alpha.ServerReflection",
    ];

    private readonly ConcurrentDictionary<GrpcMethodMetadata, RpcPolicy> _policies = new();

    /// <returns>The policy of the RPC that this request has reached.</returns>
    public RpcPolicy For(HttpContext http)
    {
        var metadata = http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()
            ?? throw new InvalidOperationException("An RPC was reached without GrpcMethodMetadata: map gRPC services with MapGrpcService only.");
        return _policies.GetOrAdd(metadata, Read);
    }

    private static RpcPolicy Read(GrpcMethodMetadata metadata)
    {
        var method = metadata.Method;
        return new(
            $"{method.ServiceName}/{method.Name}",
            OpenServices.Contains(method.ServiceName),
            RolesOf(DescriptorOf(metadata.ServiceType)?.FindMethodByName(method.Name)));
    }

    // A service derives from the generated …Base, whose attribute names the generated class that holds the descriptor.
    private static ServiceDescriptor? DescriptorOf(Type service) =>
        service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;

    private static Role[] RolesOf(MethodDescriptor? method) =>
        [.. (method?.GetOptions()?.GetExtension(OptionsExtensions.Roles) ?? []).Where(role => role != Role.Unspecified)];
}
