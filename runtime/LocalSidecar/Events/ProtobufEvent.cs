using System.Text.Unicode;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>Tells whether bytes are a CloudEvent in protobuf, without its schema: well-formed fields, the first four of them text.</summary>
internal static class ProtobufEvent
{
    private const int LastTextAttribute = 4;

    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!TryVarint(ref bytes, out var key) || !TryField(ref bytes, (int)(key & 7), out var value))
                return false;
            var field = key >> 3;
            if (field == 0 || (field <= LastTextAttribute && !Utf8.IsValid(value)))
                return false;
        }

        return true;
    }

    private static bool TryField(ref ReadOnlySpan<byte> bytes, int wireType, out ReadOnlySpan<byte> value)
    {
        value = [];
        ulong length;
        switch (wireType)
        {
            case 0:
                return TryVarint(ref bytes, out _);
            case 1:
                length = 8;
                break;
            case 2 when TryVarint(ref bytes, out length):
                break;
            case 5:
                length = 4;
                break;
            default:
                return false;
        }

        if (length > (ulong)bytes.Length)
            return false;
        value = wireType == 2 ? bytes[..(int)length] : [];
        bytes = bytes[(int)length..];
        return true;
    }

    private static bool TryVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
