using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>The options of one call, on their way through <see cref="GrpcClientFactoryOptions.CallOptionsActions"/>.</summary>
public sealed class CallOptionsContext
{
    internal CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider) =>
        (CallOptions, ServiceProvider) = (callOptions, serviceProvider);

    /// <summary>The options so far; set them to change the call.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The services of the scope that the client was resolved from.</summary>
    public IServiceProvider ServiceProvider { get; }
}
