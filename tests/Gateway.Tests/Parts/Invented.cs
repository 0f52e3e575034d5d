using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Training.Gateway.Tests;

/// <summary>Answers made up from a contract's descriptors: what was asked for by id is told of that id, a page has as many entries as were asked for.</summary>
internal static class Invented
{
    private static readonly Timestamp Instant = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).ToTimestamp();

    public static IMessage Answer(MessageDescriptor type, IMessage request, int entries)
    {
        var keys = Keys(request);
        var size = request.Descriptor.FindFieldByName("page_size") is { } pageSize && (int)pageSize.Accessor.GetValue(request) is var asked and > 0 ? asked : entries;
        var answer = type.Parser.ParseFrom(ByteString.Empty);
        var lists = type.FindFieldByName("lists");
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            if (field == lists)
                foreach (var key in keys)
                    ((IList)field.Accessor.GetValue(answer)).Add(ListOf(field.MessageType, key, size));
            else if (field is { IsRepeated: true, FieldType: FieldType.Message } && keys.Count > 0)
                foreach (var key in keys)
                    ((IList)field.Accessor.GetValue(answer)).Add(EntryOf(field.MessageType, key));
            else
                Fill(answer, field, size, depth: 0);
        }

        return answer;
    }

    // The ids of a batch, or what its entries ask for.
    private static List<object> Keys(IMessage request) =>
    [
        .. request.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field.IsRepeated && request.Descriptor.Name.StartsWith("Batch", StringComparison.Ordinal))
            .SelectMany(field => ((IList)field.Accessor.GetValue(request)).Cast<object>()),
    ];

    private static IMessage ListOf(MessageDescriptor type, object key, int size)
    {
        var list = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InDeclarationOrder())
            Fill(list, field, size, depth: 0);
        type.FindFieldByName("of").Accessor.SetValue(list, key);
        return list;
    }

    private static IMessage EntryOf(MessageDescriptor type, object key)
    {
        var entry = Message(type, depth: 1);
        if (type.FindFieldByName("asked") is { } asked)
            asked.Accessor.SetValue(entry, key);
        else if (type.Name == "Replay")
            SetId((IMessage)type.FindFieldByName("run").Accessor.GetValue(entry), "id", key);
        else
            foreach (var name in (string[])["id", "code", "employee_number", "campaign_id", "case_id", "name"])
                SetId(entry, name, key);
        return entry;
    }

    private static void SetId(IMessage entry, string name, object key)
    {
        if (entry.Descriptor.FindFieldByName(name) is { FieldType: FieldType.String } field && key is string)
            field.Accessor.SetValue(entry, key);
    }

    private static IMessage Message(MessageDescriptor type, int depth)
    {
        if (type == Timestamp.Descriptor)
            return Instant.Clone();
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InDeclarationOrder())
            if (field.RealContainingOneof is not { } oneof || oneof.Fields[0] == field)
                Fill(message, field, size: 2, depth + 1);
        return message;
    }

    private static void Fill(IMessage message, FieldDescriptor field, int size, int depth)
    {
        if (depth > 6 || field.Name == "next_page_token")
            return;
        if (!field.IsRepeated)
            field.Accessor.SetValue(message, Value(field, depth));
        else
            for (var i = 0; i < size; i++)
                ((IList)field.Accessor.GetValue(message)).Add(field.Name == "cursors" ? $"cursor-{i}" : Value(field, depth));
    }

    private static object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Message => Message(field.MessageType, depth),
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[1].Number),
        FieldType.Bool => true,
        FieldType.Int32 => 1,
        FieldType.Int64 => 1L,
        FieldType.Bytes => ByteString.CopyFrom(new byte[32]),
        FieldType.String => field.Name.EndsWith("_on", StringComparison.Ordinal) || field.Name is "from" or "until" ? "2026-03-01"
            : field.Name == "id" || field.Name.EndsWith("_id", StringComparison.Ordinal) || field.Name.EndsWith("_by", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString()
            : $"some {field.Name}",
        var other => throw new NotSupportedException($"Say in {nameof(Invented)} how {field.FullName}, a {other}, is filled."),
    };
}
