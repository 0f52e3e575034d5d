using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>A buffer in which one envelope after the other is written, kept by each thread.</summary>
internal sealed class EnvelopeWriter
{
    private const int KeptUpTo = 1024 * 1024;

    [ThreadStatic]
    private static EnvelopeWriter? _ofThisThread;

    private EnvelopeWriter() =>
        Json = new Utf8JsonWriter(Buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

    public Utf8JsonWriter Json { get; }

    /// <summary>An empty writer; it must be finished before anything is awaited.</summary>
    public static EnvelopeWriter Start()
    {
        var writer = _ofThisThread ??= new EnvelopeWriter();
        writer.Buffer.ResetWrittenCount();
        writer.Json.Reset();
        return writer;
    }

    public byte[] Finish()
    {
        Json.Flush();
        var written = Buffer.WrittenSpan.ToArray();
        if (Buffer.Capacity > KeptUpTo)
            _ofThisThread = null;
        return written;
    }

    public static string Rfc3339(DateTimeOffset time) => time.Offset == TimeSpan.Zero
        ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
