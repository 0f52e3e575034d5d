using System.IO.Pipelines;
using System.Net;
using System.Net.Http;

namespace Training.Runtime.LocalSidecar.Proxy;

/// <summary>A request body that is passed on piece by piece as it arrives, while the answer may already come back.</summary>
internal sealed class StreamedContent(PipeReader body) : HttpContent
{
    private MessageLimit _limit;

    /// <summary>Whether the body was cut off at a message that is too large.</summary>
    public bool IsTooLarge { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The headers leave at once: a callee may answer before the first message.
        await stream.FlushAsync(cancellationToken);
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken);
            foreach (var piece in result.Buffer)
            {
                if (!_limit.Admits(piece.Span))
                {
                    IsTooLarge = true;
                    throw new IOException($"A message is larger than {MessageLimit.Largest} bytes.");
                }

                await stream.WriteAsync(piece, cancellationToken);
            }

            body.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted || result.IsCanceled)
                return;
            await stream.FlushAsync(cancellationToken);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
