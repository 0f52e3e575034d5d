using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HotChocolate.Types.Relay;

/// <summary>Ids that name their type: base64 of <c>Type:</c> and the value (a UUID as its 16 bytes, anything else as text), as Hot Chocolate has them.</summary>
internal static class GlobalId
{
    private const int MostOnStack = 256;

    public static byte[] PrefixOf(string type) => Encoding.UTF8.GetBytes(type + ":");

    public static string Encode<T>(byte[] prefix, T value)
        where T : notnull
    {
        Span<byte> room = stackalloc byte[MostOnStack];
        prefix.CopyTo(room);
        if (value is Guid id)
        {
            id.TryWriteBytes(room[prefix.Length..]);
            return Convert.ToBase64String(room[..(prefix.Length + 16)]);
        }

        var text = value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (Encoding.UTF8.TryGetBytes(text, room[prefix.Length..], out var written))
            return Convert.ToBase64String(room[..(prefix.Length + written)]);
        return Convert.ToBase64String([.. prefix, .. Encoding.UTF8.GetBytes(text)]);
    }

    public static string? EncodeOrNull<T>(byte[] prefix, T? value) => value is null ? null : Encode<object>(prefix, value);

    public static IReadOnlyList<string?>? EncodeAll<T>(byte[] prefix, IEnumerable<T>? values) => values is null ? null : [.. values.Select(value => EncodeOrNull(prefix, value))];

    /// <summary>The type that an id names.</summary>
    /// <exception cref="GraphQLException">It is no global id.</exception>
    public static string TypeOf(string id) => Split(id).Type;

    /// <summary>The value in an id.</summary>
    /// <param name="id">What the client gave.</param>
    /// <param name="type">The type that it must name, or null for any.</param>
    /// <param name="valueType">The value's C# type.</param>
    /// <exception cref="GraphQLException">It is no global id, or another type's.</exception>
    public static object Decode(string id, string? type, Type valueType)
    {
        var (named, value) = Split(id);
        if (type is not null && named != type)
            throw Wrong($"The ID `{Shortened(id)}` is that of a {Shortened(named)}; give the ID of a {type}.");
        return Value(value, valueType) ?? throw Wrong($"The ID `{Shortened(id)}` holds no value of its type; give an ID as the server gave it.");
    }

    private static (string Type, byte[] Value) Split(string id)
    {
        var bytes = Bytes(id);
        var colon = bytes.AsSpan().IndexOf((byte)':');
        if (colon < 1)
            throw Wrong($"`{Shortened(id)}` is no ID of this server; give an ID as the server gave it.");
        return (Encoding.UTF8.GetString(bytes, 0, colon), bytes[(colon + 1)..]);
    }

    private static byte[] Bytes(string id)
    {
        if (!id.Contains('-') && !id.Contains('_'))
        {
            var bytes = new byte[id.Length];
            return Convert.TryFromBase64String(id, bytes, out var written) ? bytes[..written] : [];
        }

        return Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
    }

    private static object? Value(byte[] value, Type type)
    {
        if (type == typeof(Guid))
            return value.Length == 16 ? new Guid(value) : Guid.TryParse(Encoding.UTF8.GetString(value), out var id) ? id : null;
        var text = Encoding.UTF8.GetString(value);
        if (type == typeof(string))
            return text;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (type == typeof(long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return null;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static GraphQLException Wrong(string message) => new(ErrorBuilder.New().SetMessage(message).SetCode("HC0086").Build());
}
