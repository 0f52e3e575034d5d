using System.Buffers;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>An answer that holds one error and no data.</summary>
internal sealed class Refusal : SingleResult
{
    private readonly JsonBuffer _body = new(512);

    public Refusal(string code, string message)
    {
        _body.Raw("{\"errors\":"u8);
        WriteErrors(_body, code, message);
        _body.Raw("}"u8);
    }

    public override ReadOnlySequence<byte> Body => new(_body.Written);

    public override ResultKind Kind => ResultKind.Refused;

    public override ValueTask DisposeAsync()
    {
        _body.Dispose();
        return ValueTask.CompletedTask;
    }

    public static void WriteErrors(JsonBuffer json, string code, string message)
    {
        json.Raw("[{\"message\":"u8);
        json.String(message);
        json.Raw(",\"extensions\":{\"code\":"u8);
        json.String(code);
        json.Raw("}}]"u8);
    }
}
