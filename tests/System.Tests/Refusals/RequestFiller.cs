using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Training.System.Tests.Refusals;

/// <summary>
/// Makes requests that name real rows: ids from a harvest, everything else from <see cref="Samples"/>. A field that neither knows stops the test: a new
/// RPC is not covered until somebody has said how it is filled.
/// </summary>
internal sealed class RequestFiller(Harvest harvest)
{
    /// <summary>How many different requests <see cref="Fill"/> can make, so that each alternative of a oneof is tried.</summary>
    public static int Alternatives(MessageDescriptor request) => Math.Max(1, request.RealOneofCount == 0 ? 1 : request.Oneofs.Take(request.RealOneofCount).Max(oneof => oneof.Fields.Count));

    /// <summary>How many rows there are to name.</summary>
    public int Candidates(MessageDescriptor request) =>
        request.Fields.InDeclarationOrder().Select(field => Kinds.Of(field) is { } kind ? harvest.Of(kind).Count : 1).Append(1).Max();

    /// <summary>Whether there is a row of every kind that the request names.</summary>
    public bool CanFill(MessageDescriptor request, int alternative) => request.Fields.InDeclarationOrder()
        .Where(field => field.RealContainingOneof is not { } oneof || oneof.Fields[alternative % oneof.Fields.Count] == field)
        .All(field => IsKey(field) ? CanFill(field.MessageType, alternative) : Kinds.Of(field) is not { } kind || harvest.Of(kind).Count > 0);

    /// <param name="request">The request's type.</param>
    /// <param name="alternative">Which field of a oneof.</param>
    /// <param name="candidate">Which of the rows of a kind.</param>
    public IMessage Fill(MessageDescriptor request, int alternative = 0, int candidate = 0)
    {
        var message = request.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in request.Fields.InDeclarationOrder())
        {
            if (field.RealContainingOneof is { } oneof && oneof.Fields[alternative % oneof.Fields.Count] != field)
                continue;
            var value = ValueOf(field, alternative, candidate);
            if (value is null)
                continue;
            if (field.IsRepeated)
                ((IList)field.Accessor.GetValue(message)).Add(value);
            else
                field.Accessor.SetValue(message, value);
        }

        return message;
    }

    private object? ValueOf(FieldDescriptor field, int alternative, int candidate) => field.FieldType switch
    {
        FieldType.String when field.Name == "changed_since" => null,
        FieldType.String => Kinds.Of(field) is { } kind ? IdOf(field, kind, candidate) : Samples.Text(field),
        FieldType.Message when field.MessageType == Timestamp.Descriptor => TimeProvider.System.GetUtcNow().AddDays(-1).ToTimestamp(),
        FieldType.Message when field.Name == "filter" => null,
        FieldType.Message when IsWellKnown(field.MessageType) => throw new NotSupportedException($"Say in {nameof(RequestFiller)} how {field.FullName} is filled."),
        FieldType.Message => Fill(field.MessageType, alternative, candidate),
        FieldType.Enum => IsFilter(field) ? null : Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[1].Number),
        FieldType.Bytes => field.Name == "data" ? Samples.RosterFile : ByteString.CopyFrom(new byte[32]),
        FieldType.Bool => false,
        FieldType.Int32 => field.Name == "page_size" ? 100 : 1,
        FieldType.Int64 => 1L,
        var other => throw new NotSupportedException($"Say in {nameof(RequestFiller)} how {field.FullName}, a {other}, is filled."),
    };

    private string IdOf(FieldDescriptor field, string kind, int candidate)
    {
        var known = harvest.Of(kind);
        if (known.Count > 0)
            return known[candidate % known.Count];
        return Samples.KindsWithoutRows.Contains(kind)
            ? Guid.CreateVersion7().ToString()
            : throw new InvalidOperationException($"{field.FullName} needs a {kind}, and the story has none. Let the story make one, or say in {nameof(Samples)} why there is none.");
    }

    // What narrows a list down, or orders it; without it, the list tells all.
    private static bool IsFilter(FieldDescriptor field) =>
        field.ContainingType.Name.StartsWith("List", StringComparison.Ordinal) || field.ContainingType.Name.StartsWith("BatchList", StringComparison.Ordinal);

    // What names a row by more than its id.
    private static bool IsKey(FieldDescriptor field) => field.FieldType == FieldType.Message && field.IsRepeated && field.MessageType.Name.EndsWith("Request", StringComparison.Ordinal);

    private static bool IsWellKnown(MessageDescriptor type) => type.File.Package == "google.protobuf";
}
