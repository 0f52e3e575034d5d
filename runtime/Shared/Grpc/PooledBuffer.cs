using System.Buffers;

namespace Grpc.Shared;

/// <summary>A growing buffer whose memory goes back to the pool.</summary>
internal sealed class PooledBuffer(int capacity = 0) : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 256;

    private byte[] _array = capacity > 0 ? ArrayPool<byte>.Shared.Rent(capacity) : [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_array.Length - Length));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsSpan(Length);
    }

    public void Dispose()
    {
        Return();
        _array = [];
        Length = 0;
    }

    /// <summary>Makes room for as much more, so that writing it moves nothing.</summary>
    public void Reserve(int size)
    {
        if (_array.Length - Length >= size)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + size), Math.Max(Smallest, _array.Length > Array.MaxLength / 2 ? Array.MaxLength : _array.Length * 2)));
        _array.AsSpan(0, Length).CopyTo(larger);
        Return();
        _array = larger;
    }

    private void Return()
    {
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
    }
}
