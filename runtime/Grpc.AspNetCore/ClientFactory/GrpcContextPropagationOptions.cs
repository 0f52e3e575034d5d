namespace Grpc.AspNetCore.ClientFactory;

/// <summary>How a client takes over the deadline and cancellation of the server call that it is used in.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call made outside of a server call goes out as it is, in place of failing. Default: false.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
