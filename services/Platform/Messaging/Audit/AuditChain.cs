using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Training.Messaging;

/// <summary>The hash chain of one organisation's audit log: each link covers the link before it and everything its entry says.</summary>
internal static class AuditChain
{
    /// <summary>The link before the first.</summary>
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public static byte[] Link(byte[] previous, long sequence, AuditRow entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, sequence);
        hash.AppendData(entry.Organisation.Value.ToByteArray(bigEndian: true));
        hash.AppendData(entry.Id.ToByteArray(bigEndian: true));
        Append(hash, entry.At);
        Append(hash, entry.Member?.ToString() ?? "");
        Append(hash, entry.Account);
        Append(hash, entry.Action);
        Append(hash, entry.Subject);
        Append(hash, entry.Why);
        Append(hash, entry.Before);
        Append(hash, entry.After);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Append(hash, bytes.LongLength);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
