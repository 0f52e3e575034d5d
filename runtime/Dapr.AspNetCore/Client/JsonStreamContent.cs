using System.IO.Pipelines;
using System.Net;
using System.Net.Http;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dapr.Client;

/// <summary>A request body that is written as JSON straight into the connection, through pooled buffers.</summary>
internal sealed class JsonStreamContent : HttpContent
{
    private readonly Func<JsonStream, Task> _write;

    public JsonStreamContent(Func<JsonStream, Task> write, string contentType = Constants.ContentTypeApplicationJson)
    {
        _write = write;
        Headers.TryAddWithoutValidation("content-type", contentType);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: 16 * 1024, leaveOpen: true));
        using (var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            await _write(new JsonStream(json, pipe, cancellationToken)).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

internal readonly struct JsonStream(Utf8JsonWriter json, PipeWriter pipe, CancellationToken ct)
{
    private const int FullAt = 64 * 1024;

    public Utf8JsonWriter Json => json;

    public bool IsFull => pipe.UnflushedBytes + json.BytesPending >= FullAt;

    public async ValueTask FlushAsync()
    {
        json.Flush();
        await pipe.FlushAsync(ct).ConfigureAwait(false);
    }
}
