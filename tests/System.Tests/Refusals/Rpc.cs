using System.Reflection;
using Google.Protobuf.Reflection;
using Training.Contracts;
using Training.Hosting;

namespace Training.System.Tests.Refusals;

/// <summary>An RPC as one service answers it. Every service answers the operations contract for itself.</summary>
internal sealed record Rpc(string App, MethodDescriptor Method)
{
    private static readonly string[] Apps = ["workforce", "curricula", "scenarios", "completions", "sanctions"];

    /// <summary>Every RPC of every contract that is compiled, in the order of their names.</summary>
    public static IReadOnlyList<Rpc> All { get; } =
    [
        .. from type in typeof(OptionsExtensions).Assembly.GetTypes()
           where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
           let file = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as FileDescriptor
           where file is not null
           from service in file.Services
           from app in AppsOf(file.Package)
           from method in service.Methods
           orderby app, method.FullName
           select new Rpc(app, method),
    ];

    public bool IsQuery => Method.IsQuery();

    public IReadOnlyList<Role> Roles => [.. Method.GetOptions().GetExtension(OptionsExtensions.Roles)];

    public override string ToString() => $"{App}: {Method.Service.FullName}/{Method.Name}";

    private static string[] AppsOf(string package) => package.Split('.') switch
    {
        ["training", "operations", _] => Apps,
        ["training", var context, _] when Apps.Contains(context) => [context],
        _ => throw new InvalidOperationException($"Nobody knows which service answers {package}: say so in {nameof(Rpc)}."),
    };
}
