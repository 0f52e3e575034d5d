using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Training.Hosting;

namespace Training.Scenarios;

/// <summary>
/// The hash that proves a run: SHA-256 over the text <c>training.run.v1</c>, the document's SHA-256 (32 bytes), member and scenario (16 bytes each), the
/// version, the number of choices, and of each choice its step, scene, choice and instant. Numbers are 8 bytes, big-endian; an instant is
/// microseconds since 1970 (UTC); a text is its length in bytes, as a number, and its UTF-8. Ids are in the order of their digits.
/// </summary>
internal static class Evidence
{
    private const string Form = "training.run.v1";

    public static byte[] Hash(Edition edition, MemberId member, IReadOnlyList<MadeChoice> choices)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Form);
        hash.AppendData(edition.ContentHash);
        Append(hash, member.Value);
        Append(hash, edition.Scenario.Value);
        Append(hash, edition.Version);
        Append(hash, choices.Count);
        foreach (var choice in choices)
        {
            Append(hash, choice.Step);
            Append(hash, choice.Scene);
            Append(hash, choice.Choice);
            Append(hash, Microseconds(choice.At));
        }
        return hash.GetHashAndReset();
    }

    private static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, Guid id) => hash.AppendData(id.ToByteArray(bigEndian: true));

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
