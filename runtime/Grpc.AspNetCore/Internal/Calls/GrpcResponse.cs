using System.Globalization;
using System.Buffers;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Status and metadata as headers or trailers.</summary>
internal static class GrpcResponse
{
    private static readonly string[] Codes = [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];
    private static readonly SearchValues<char> Ascii = SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c)]);

    public static string CodeText(StatusCode code) =>
        (uint)code < (uint)Codes.Length ? Codes[(int)code] : ((int)code).ToString(CultureInfo.InvariantCulture);

    public static void EndWithoutMessages(HttpResponse response, Status status)
    {
        response.ContentType = GrpcHeaders.ContentType;
        SetStatus(response.Headers, status);
    }

    public static void SetStatus(IHeaderDictionary destination, Status status)
    {
        destination.GrpcStatus = CodeText(status.StatusCode);
        if (!string.IsNullOrEmpty(status.Detail))
            destination.GrpcMessage = PercentEncoding.Encode(status.Detail);
    }

    public static void Append(IHeaderDictionary destination, Metadata.Entry entry)
    {
        var value = entry.IsBinary ? BinaryMetadata.Encode(entry.ValueBytes) : entry.Value;
        if (!entry.IsBinary && value.AsSpan().ContainsAnyExcept(Ascii))
            throw new RpcException(new Status(StatusCode.Internal, $"The metadata '{entry.Key}' is not printable ASCII: send it under a key that ends in '-bin'."));
        destination.Append(entry.Key, value);
    }
}
