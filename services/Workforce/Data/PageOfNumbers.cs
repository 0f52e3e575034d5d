using Training.Messaging;

namespace Training.Workforce;

/// <summary>Page tokens of lists that are ordered by a number.</summary>
internal static class PageOfNumbers
{
    public static Guid Token(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, number);
        return new Guid(bytes);
    }

    /// <exception cref="PageTokenNotReadable">It is not one of ours.</exception>
    public static long After(string token)
    {
        var bytes = Paging.After(token).ToByteArray();
        return BitConverter.ToInt64(bytes, 8) == 0 ? BitConverter.ToInt64(bytes) : throw new PageTokenNotReadable();
    }
}
