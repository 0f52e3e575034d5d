using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;

namespace Training.Messaging;

/// <summary>Hashes a request stream while it is read, so that a repeated upload can be told from another one under the same key.</summary>
internal sealed class HashingStreamReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!await inner.MoveNext(cancellationToken))
            return false;
        var message = ((IMessage)inner.Current!).ToByteArray();
        _hash.AppendData(BitConverter.GetBytes(message.Length));
        _hash.AppendData(message);
        return true;
    }

    /// <summary>The hash of the whole stream, of which the reader may have left a part unread.</summary>
    public async ValueTask<byte[]> HashAllAsync(CancellationToken ct)
    {
        while (await MoveNext(ct))
        {
        }
        return _hash.GetCurrentHash();
    }

    public void Dispose() => _hash.Dispose();
}
