using Grpc.Core.Interceptors;

namespace Grpc.Net.ClientFactory;

/// <summary>An interceptor of a client: how long it lives and how it is made.</summary>
public class InterceptorRegistration
{
    /// <summary>Registers an interceptor.</summary>
    /// <param name="scope">How long it lives.</param>
    /// <param name="creator">Makes it.</param>
    public InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        (Scope, Creator) = (scope, creator);
    }

    /// <summary>How long the interceptor lives.</summary>
    public InterceptorScope Scope { get; }

    internal Func<IServiceProvider, Interceptor> Creator { get; }
}
