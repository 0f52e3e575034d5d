using System.Reflection;
using Google.Protobuf.Reflection;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>Every RPC of every contract that is compiled.</summary>
internal static class Contract
{
    private static readonly Dictionary<string, MethodDescriptor> Methods = (
        from type in typeof(OptionsExtensions).Assembly.GetTypes()
        where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
        let file = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as FileDescriptor
        where file is not null
        from service in file.Services
        from method in service.Methods
        select method).ToDictionary(method => $"/{method.Service.FullName}/{method.Name}");

    public static IReadOnlyCollection<MethodDescriptor> All => Methods.Values;

    public static MethodDescriptor MethodOf(string path) => Methods[path];

    public static IReadOnlyList<Role> RolesOf(MethodDescriptor method) => [.. method.GetOptions().GetExtension(OptionsExtensions.Roles)];
}
