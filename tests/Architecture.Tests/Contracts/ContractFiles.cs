using System.Reflection;
using Google.Protobuf.Reflection;

namespace Training.Architecture.Tests.Contracts;

/// <summary>The .proto files compiled into an assembly.</summary>
internal static class ContractFiles
{
    public static IReadOnlyList<FileDescriptor> In(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<FileDescriptor> Ours { get; } = In(typeof(Training.Contracts.Role).Assembly);

    /// <summary>Ours and the reference service's: the example follows the rules that it is an example of.</summary>
    public static IReadOnlyList<FileDescriptor> OursAndTheExamples { get; } = [.. Ours, .. In(typeof(Training.Reference.ReferenceModule).Assembly)];

    /// <summary>Every message of a file, the nested ones too.</summary>
    public static IEnumerable<MessageDescriptor> AllMessages(this FileDescriptor file) => file.MessageTypes.SelectMany(WithNested);

    /// <summary>Every enum of a file, the nested ones too.</summary>
    public static IEnumerable<EnumDescriptor> AllEnums(this FileDescriptor file) =>
        file.EnumTypes.Concat(file.AllMessages().SelectMany(message => message.EnumTypes));

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message) =>
        [message, .. message.NestedTypes.SelectMany(WithNested)];
}
