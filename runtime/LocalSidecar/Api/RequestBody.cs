using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>A whole request body in one pooled array; dispose of it when nothing reads it any more.</summary>
internal readonly struct RequestBody(byte[] array, int length) : IDisposable
{
    public const int Largest = 4 * 1024 * 1024;

    public ReadOnlySpan<byte> Span => array.AsSpan(0, length);

    public ReadOnlyMemory<byte> Memory => array.AsMemory(0, length);

    /// <exception cref="BadHttpRequestException">The body is larger than <see cref="Largest"/>, or ended too early.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var array = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength ?? 4096, Largest) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(array.AsMemory(length), ct);
                if (read == 0)
                    return new RequestBody(array, length);
                length += read;
                if (length == array.Length)
                    Grow(ref array);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(array);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(array);

    private static void Grow(ref byte[] array)
    {
        var larger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }
}
