using System.Buffers;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>
/// GraphQL over SSE, distinct connections mode: each result is an event <c>next</c>, refusals included, and <c>complete</c> ends the stream. The next
/// result is asked for when the client has taken the last one.
/// </summary>
internal sealed class EventStream(HttpContext http, TransportTiming timing, CancellationToken cancelled)
{
    /// <summary>One result, then the end.</summary>
    public async Task WriteAsync(SingleResult result)
    {
        Begin();
        WriteNext(result);
        WriteComplete();
        await FlushAsync();
    }

    /// <summary>All of the results, then the end.</summary>
    public async Task WriteAsync(StreamedResult stream)
    {
        Begin();
        await FlushAsync();
        await foreach (var result in Paced.ReadAsync(stream, timing, cancelled))
        {
            if (result is null)
            {
                WriteSignOfLife();
            }
            else
            {
                await using (result)
                    WriteNext(result);
            }

            await FlushAsync();
        }

        WriteComplete();
        await FlushAsync();
    }

    private void Begin()
    {
        http.Response.ContentType = ResponseFormat.EventStream.ContentType();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy that collects the stream would hold back what is new
    }

    private void WriteNext(SingleResult result)
    {
        var writer = http.Response.BodyWriter;
        writer.Write("event: next\ndata: "u8);
        foreach (var segment in result.Body)
            writer.Write(segment.Span);
        writer.Write("\n\n"u8);
    }

    private void WriteComplete() => http.Response.BodyWriter.Write("event: complete\ndata:\n\n"u8);

    private void WriteSignOfLife() => http.Response.BodyWriter.Write(":\n"u8);

    private async ValueTask FlushAsync()
    {
        var flushing = http.Response.BodyWriter.FlushAsync(cancelled);
        if (flushing.IsCompletedSuccessfully)
        {
            cancelled.ThrowIfCancellationRequested();
            return;
        }

        try
        {
            await flushing.AsTask().WaitAsync(timing.SlowReader, timing.Clock, cancelled);
        }
        catch (TimeoutException)
        {
            http.Abort();
            throw new OperationCanceledException("The client takes its events too slowly.");
        }
    }
}
