namespace Grpc.Shared;

internal static class GrpcContentType
{
    /// <summary><c>application/grpc</c>, with or without <c>+proto</c> and parameters; not <c>application/grpc-web</c>.</summary>
    public static bool Matches(string? contentType)
    {
        if (contentType is null || !contentType.StartsWith(GrpcHeaders.ContentType, StringComparison.OrdinalIgnoreCase))
            return false;
        return contentType.Length == GrpcHeaders.ContentType.Length || contentType[GrpcHeaders.ContentType.Length] is ';' or '+' or ' ';
    }
}
