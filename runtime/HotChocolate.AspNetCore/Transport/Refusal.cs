using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>An answer that holds one error and no data.</summary>
internal sealed class Refusal(string code, string message) : SingleResult
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadOnlyMemory<byte> _body = Write(code, message);

    public override ReadOnlySequence<byte> Body => new(_body);

    public override ResultKind Kind => ResultKind.Refused;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ReadOnlyMemory<byte> Write(string code, string message)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteStartObject("extensions");
            json.WriteString("code", code);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
