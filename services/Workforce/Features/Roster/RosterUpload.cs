using System.Security.Cryptography;
using Grpc.Core;
using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>The bytes of a file that comes in chunks, hashed while they pass.</summary>
internal sealed class RosterUpload(IAsyncStreamReader<RosterChunk> chunks, CancellationToken call) : Stream
{
    private const int LargestChunk = 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReadOnlyMemory<byte> _rest;
    private bool _begun;

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
            Take(chunks.Current.Data.Memory);
        }
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <summary>SHA-256 of all that was read.</summary>
    public byte[] GetHash() => _hash.GetCurrentHash();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The file comes over the network: read it with ReadAsync.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlyMemory<byte> data)
    {
        if (data.Length > LargestChunk)
            throw new RosterChunkTooLarge(data.Length, LargestChunk);
        // No UTF-8 text begins so, but every one in UTF-16 or UTF-32 with a mark of its byte order.
        if (!_begun && data.Span is [0x00 or 0xFE or 0xFF, ..])
            throw new RosterNotUtf8();
        _begun |= !data.IsEmpty;
        _hash.AppendData(data.Span);
        _rest = data;
    }
}
