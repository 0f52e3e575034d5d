using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Training.Hosting;

/// <summary>What a call's contract says of it.</summary>
public static class RpcDescriptors
{
    private static readonly ConditionalWeakTable<GrpcMethodMetadata, MethodDescriptor?> Known = [];

    /// <summary>The descriptor of the RPC that was called, with its options.</summary>
    /// <param name="context">The call.</param>
    /// <exception cref="InvalidOperationException">The service was not generated from a proto file.</exception>
    public static MethodDescriptor GetMethodDescriptor(this ServerCallContext context) =>
        Of(MetadataOf(context.GetHttpContext()))
        ?? throw new InvalidOperationException($"{context.Method} has no descriptor: its service must derive from a class generated from a proto file.");

    /// <summary>Whether the contract calls the RPC a query (<c>idempotency_level = NO_SIDE_EFFECTS</c>); every other RPC is a command.</summary>
    /// <param name="method">The RPC.</param>
    public static bool IsQuery(this MethodDescriptor method) =>
        method.GetOptions()?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects;

    internal static GrpcMethodMetadata MetadataOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()
        ?? throw new InvalidOperationException("An RPC was reached without GrpcMethodMetadata: map gRPC services with MapGrpcService only.");

    internal static MethodDescriptor? Of(GrpcMethodMetadata metadata) => Known.GetValue(metadata, static metadata =>
        DescriptorOf(metadata.ServiceType)?.FindMethodByName(metadata.Method.Name));

    // A service derives from the generated …Base, whose attribute names the generated class that holds the descriptor.
    private static ServiceDescriptor? DescriptorOf(Type service) =>
        service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
}
