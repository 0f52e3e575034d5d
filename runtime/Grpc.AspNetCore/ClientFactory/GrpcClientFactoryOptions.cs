using Grpc.Core;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>How the clients of one name are made.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>The server's address: scheme (http or https), host and port.</summary>
    public Uri? Address { get; set; }

    /// <summary>What configures the channel that all clients of this name share, in order.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>What changes the options of each call, in order.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>The interceptors that calls pass, the first outermost.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client from its call invoker; null uses the constructor that takes one.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }
}
