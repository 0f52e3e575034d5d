using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>What every generated client has in common.</summary>
public abstract class ClientBase
{
    private readonly CallInvoker? _callInvoker;
    private readonly ClientBaseConfiguration? _configuration;

    /// <summary>A client without a server, for test doubles that override its methods.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client of a configuration.</summary>
    /// <param name="configuration">Where and how it calls.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        _callInvoker = configuration.CreateCallInvoker();
    }

    /// <summary>A client of a channel.</summary>
    /// <param name="channel">The channel.</param>
    protected ClientBase(ChannelBase channel) : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>A client of an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker) : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker => _callInvoker ?? throw WithoutServer();

    internal ClientBaseConfiguration Configuration => _configuration ?? throw WithoutServer();

    private static InvalidOperationException WithoutServer() =>
        new("This client was made without a channel: override the method that was called, or give the client a channel.");

    /// <summary>Where and how a client calls.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly CallInvoker _undecorated;
        private readonly string? _host;

        internal ClientBaseConfiguration(CallInvoker undecorated, string? host)
        {
            ArgumentNullException.ThrowIfNull(undecorated);
            _undecorated = undecorated;
            _host = host;
        }

        internal CallInvoker CreateCallInvoker() => _host is null ? _undecorated : _undecorated.Intercept(new HostInterceptor(_host));

        internal ClientBaseConfiguration WithHost(string host) => new(_undecorated, host);
    }
}

/// <summary>What every generated client has in common, with its own type.</summary>
/// <typeparam name="T">The generated client.</typeparam>
public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
{
    /// <summary>A client without a server, for test doubles that override its methods.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client of a configuration.</summary>
    /// <param name="configuration">Where and how it calls.</param>
    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration)
    {
    }

    /// <summary>A client of a channel.</summary>
    /// <param name="channel">The channel.</param>
    protected ClientBase(ChannelBase channel) : base(channel)
    {
    }

    /// <summary>A client of an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker) : base(callInvoker)
    {
    }

    /// <summary>The same client that names another authority.</summary>
    /// <param name="host">The authority.</param>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    /// <summary>Makes a client of a configuration; generated.</summary>
    /// <param name="configuration">Where and how it calls.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
