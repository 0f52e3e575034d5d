using System.Buffers;

namespace HotChocolate.AspNetCore;

/// <summary>Bytes in a rented array that grows up to a limit; disposing gives it back.</summary>
internal sealed class PooledBytes(int limit) : IDisposable
{
    private const int Smallest = 4096;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Space for more, at least one byte; empty when the limit is reached.</summary>
    public Memory<byte> Free()
    {
        if (Length == _bytes.Length)
            Grow(Length + 1);
        return _bytes.AsMemory(Length, Math.Min(_bytes.Length, limit) - Length);
    }

    public void Advance(int count) => Length += count;

    /// <returns>Whether it was still within the limit.</returns>
    public bool TryWrite(in ReadOnlySequence<byte> more)
    {
        if (more.Length > limit - Length)
            return false;
        Grow(Length + (int)more.Length);
        more.CopyTo(_bytes.AsSpan(Length));
        Length += (int)more.Length;
        return true;
    }

    /// <summary>Forgets what is written; keeps the array unless one large message made it large.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > 16 * Smallest)
            Return();
    }

    public void Dispose()
    {
        Length = 0;
        Return();
    }

    private void Grow(int needed)
    {
        if (needed <= _bytes.Length || needed > limit && _bytes.Length >= limit)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(Math.Max(Math.Max(needed, Smallest), 2 * _bytes.Length), Math.Max(limit, 1)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    private void Return()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
