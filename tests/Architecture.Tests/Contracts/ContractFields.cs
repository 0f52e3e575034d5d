using Google.Protobuf.Reflection;
using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.Contracts;

/// <summary>
/// Everything on which readers and writers of different versions must agree, a line each. A line may be added to the
/// committed list, none may ever leave it: a number that was in use once has its meaning for ever.
/// </summary>
internal static class ContractFields
{
    public static IReadOnlyList<string> Of(IEnumerable<FileDescriptor> files) =>
        [.. files.SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    public static Verdict Check(IReadOnlyList<string> committed, IReadOnlyList<string> actual) => new(
        actual.Count,
        [
            .. committed.Except(actual).Select(line => $"'{line}' is gone or changed: contracts only grow. Put it back and add beside it."),
            .. actual.Except(committed).Select(line => $"'{line}' is new: run `make contracts-snapshot` and commit contracts/fields.txt."),
        ]);

    private static IEnumerable<string> Lines(FileDescriptor file) =>
    [
        .. file.AllMessages().SelectMany(message => message.Fields.InDeclarationOrder()).Select(Line),
        .. file.AllEnums().SelectMany(one => one.Values).Select(value => $"{value.EnumDescriptor.FullName}.{value.Name} = {value.Number}"),
        .. file.Services.SelectMany(service => service.Methods).Select(Line),
        .. file.Extensions.UnorderedExtensions.Select(Line),
    ];

    private static string Line(FieldDescriptor field)
    {
        var type = field.FieldType switch
        {
            FieldType.Message or FieldType.Group => field.MessageType.FullName,
            FieldType.Enum => field.EnumType.FullName,
            var plain => plain.ToString().ToLowerInvariant(),
        };
        var manner = field.IsMap ? "map " : field.IsRepeated ? "repeated " : field.HasPresence && field.FieldType != FieldType.Message ? "optional " : "";
        return $"{field.FullName} = {field.FieldNumber} {manner}{type} json:{field.JsonName}";
    }

    private static string Line(MethodDescriptor method) =>
        $"{method.FullName}({(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName}) returns ({(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName})";
}
