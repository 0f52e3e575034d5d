using System.Net;
using System.Net.Http;

namespace Training.Runtime.Tests.Grpc.Fuzz;

/// <summary>A body that goes out in pieces of any size, and may break off.</summary>
internal sealed class MutatedContent(byte[] body, int pieceSize, bool breaksOff) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < body.Length; sent += pieceSize)
        {
            await stream.WriteAsync(body.AsMemory(sent, Math.Min(pieceSize, body.Length - sent)), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }

        if (breaksOff)
            throw new IOException("This call was meant to break off.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
