using Grpc.Core;
using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>The bytes of a file that comes in chunks.</summary>
internal sealed class RosterUpload(IAsyncStreamReader<RosterChunk> chunks, CancellationToken call) : Stream
{
    private const int LargestChunk = 1024 * 1024;

    private ReadOnlyMemory<byte> _rest;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="RosterHeaderMissing">The stream begins with something else.</exception>
    public async Task<RosterHeader> ReadHeaderAsync() =>
        await chunks.MoveNext(call) && chunks.Current.PartCase == RosterChunk.PartOneofCase.Header ? chunks.Current.Header : throw new RosterHeaderMissing();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (!await chunks.MoveNext(call))
                return 0;
            if (chunks.Current.PartCase == RosterChunk.PartOneofCase.Header)
                throw new RosterHeaderMissing();
            _rest = chunks.Current.Data.Memory;
            if (_rest.Length > LargestChunk)
                throw new RosterChunkTooLarge(_rest.Length, LargestChunk);
        }
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The file comes over the network: read it with ReadAsync.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
