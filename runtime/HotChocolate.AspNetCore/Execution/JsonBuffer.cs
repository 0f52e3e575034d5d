using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HotChocolate.Execution;

/// <summary>JSON on its way out: UTF-8 in one pooled array, from which what was written last can be taken back.</summary>
/// <param name="capacity">How many bytes are expected.</param>
internal sealed class JsonBuffer(int capacity) : IDisposable
{
    private const int LongestNumber = 64;
    private static readonly SearchValues<char> ToEscape = SearchValues.Create(
        "\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)));

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets everything behind this length.</summary>
    public void TakeBack(int length) => Length = length;

    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Length += json.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(byte json)
    {
        if (Length == _bytes.Length)
            Grow(1);
        _bytes[Length++] = json;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(int value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestNumber), out var written);
        Length += written;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestNumber), out var written);
        Length += written;
    }

    public void Number(float value)
    {
        value.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Number(decimal value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestNumber), out var written);
        Length += written;
    }

    /// <summary>A finite number, as short as it can be read back.</summary>
    public void Number(double value)
    {
        value.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A string of a value whose own form needs no escapes: dates, numbers, UUIDs.</summary>
    public void Text<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Raw((byte)'"');
        int written;
        var room = LongestNumber;
        while (!value.TryFormat(Room(room), out written, format, CultureInfo.InvariantCulture))
            room *= 2;
        Length += written;
        Raw((byte)'"');
    }

    /// <summary>A string with its quotation marks and escapes; half a surrogate pair becomes U+FFFD.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        var plain = value.IndexOfAny(ToEscape);
        if (plain >= 0)
        {
            Escaped(value, plain);
            return;
        }

        var room = Room((value.Length * 3) + 2);
        room[0] = (byte)'"';
        var written = Encoding.UTF8.GetBytes(value, room[1..]) + 1;
        room[written] = (byte)'"';
        Length += written + 1;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Escaped(ReadOnlySpan<char> value, int plain)
    {
        Raw((byte)'"');
        while (plain >= 0)
        {
            Plain(value[..plain]);
            Escape(value[plain]);
            value = value[(plain + 1)..];
            plain = value.IndexOfAny(ToEscape);
        }

        Plain(value);
        Raw((byte)'"');
    }

    private void Plain(ReadOnlySpan<char> value) => Length += Encoding.UTF8.GetBytes(value, Room(value.Length * 3));

    private void Escape(char value)
    {
        switch (value)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            default:
                Raw("\\u00"u8);
                Utf8Formatter.TryFormat((byte)value, Room(2), out var written, new StandardFormat('x', 2));
                Length += written;
                break;
        }
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - Length < bytes)
            Grow(bytes);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + bytes));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
