using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
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
    public RpcPolicy For(HttpContext http) => _policies.GetOrAdd(RpcDescriptors.MetadataOf(http), Read);

    private static RpcPolicy Read(GrpcMethodMetadata metadata)
    {
        var method = metadata.Method;
        return new(
            $"{method.ServiceName}/{method.Name}",
            OpenServices.Contains(method.ServiceName),
            RolesOf(RpcDescriptors.Of(metadata)));
    }

    private static Role[] RolesOf(MethodDescriptor? method) =>
        [.. (method?.GetOptions()?.GetExtension(OptionsExtensions.Roles) ?? []).Where(role => role != Role.Unspecified)];
}
