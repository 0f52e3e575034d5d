namespace Grpc.Shared;

/// <summary>The names that gRPC reserves, in lower case as HTTP/2 carries them.</summary>
internal static class GrpcHeaders
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>Metadata by which a caller or handler chooses the encoding of its own messages; it does not travel.</summary>
    public const string EncodingRequest = "grpc-internal-encoding-request";

    public const string IdentityEncoding = "identity";
}
