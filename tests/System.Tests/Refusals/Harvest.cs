using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Training.System.Tests.Refusals;

/// <summary>The ids of an organisation's real rows, by kind, out of what its own people were answered.</summary>
internal sealed class Harvest
{
    private readonly Dictionary<string, List<string>> _byKind = [];
    private readonly HashSet<string> _ids = [];

    public IReadOnlyList<string> Of(string kind) => _byKind.TryGetValue(kind, out var ids) ? ids : [];

    /// <summary>The ids of this organisation that a message gives away.</summary>
    public IReadOnlyList<string> FoundIn(IMessage message) => [.. Strings(message).Select(found => found.Value).Where(_ids.Contains).Distinct()];

    public static bool SaysSomething(IMessage message) =>
        Strings(message).Any(found => Guid.TryParseExact(found.Value, "D", out _) || Kinds.Of(found.Field) == Kinds.EmployeeNumber);

    public void Add(IMessage message)
    {
        foreach (var (field, value) in Strings(message))
        {
            var isId = Guid.TryParseExact(value, "D", out _);
            if (isId)
                _ids.Add(value);
            if (Kinds.Of(field) is not { } kind || !(isId || kind == Kinds.EmployeeNumber))
                continue;
            if (!_byKind.TryGetValue(kind, out var known))
                _byKind[kind] = known = [];
            if (!known.Contains(value))
                known.Add(value);
        }
    }

    private static IEnumerable<(FieldDescriptor Field, string Value)> Strings(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap)
                throw new NotSupportedException($"{field.FullName} is a map, which no contract had when this was written: teach {nameof(Harvest)}.");
            IEnumerable<object> values = field.Accessor.GetValue(message) switch
            {
                null => [],
                global::System.Collections.IList list => list.Cast<object>(),
                var value => [value],
            };
            foreach (var value in values)
            {
                if (value is string text && text != "")
                    yield return (field, text);
                else if (value is IMessage inner)
                    foreach (var found in Strings(inner))
                        yield return found;
            }
        }
    }
}
