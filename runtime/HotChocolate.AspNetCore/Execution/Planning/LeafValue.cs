using System.Text.Json;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Writes values of one scalar or enum.</summary>
internal abstract class LeafValue
{
    /// <exception cref="CoercionError">It cannot be written as this type.</exception>
    public abstract void Write(JsonBuffer json, object value);

    public static LeafValue Of(NamedType type) => type switch
    {
        ScalarType scalar => new ScalarValue(scalar.Form),
        EnumType options => new OptionValue(options),
        _ => throw new InvalidOperationException($"{type} has fields to select."),
    };

    private sealed class ScalarValue(IScalarForm form) : LeafValue
    {
        public override void Write(JsonBuffer json, object value) => form.Write(json, value);
    }

    private sealed class OptionValue(EnumType options) : LeafValue
    {
        private readonly Dictionary<object, byte[]> _written = options.Values.ToDictionary(value => value.Value, value => WrittenOption.Of(value));

        public override void Write(JsonBuffer json, object value) =>
            json.Raw(_written.TryGetValue(value, out var written) ? written : throw WrittenOption.Unknown(options));
    }
}

/// <summary>An enum's values as answers have them, by the C# values of one type.</summary>
internal sealed class WrittenOptions<T>(EnumType options)
    where T : notnull
{
    private readonly Dictionary<T, byte[]> _written =
        options.Values.Where(value => value.Value is T).ToDictionary(value => (T)value.Value, value => WrittenOption.Of(value));

    public void Write(JsonBuffer json, T value) =>
        json.Raw(_written.TryGetValue(value, out var written) ? written : throw WrittenOption.Unknown(options));
}

internal static class WrittenOption
{
    public static byte[] Of(EnumValue value) => JsonSerializer.SerializeToUtf8Bytes(value.Name);

    public static CoercionError Unknown(EnumType options) => new($"{options.Name} has no such value.");
}
