namespace Grpc.Core;

/// <summary>How a channel is secured. Read by <see cref="InternalPopulateConfiguration"/>.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Plain text.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the machine's trusted roots.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    internal virtual bool IsComposable => false;

    /// <summary>Adds credentials of each call to those of the channel.</summary>
    /// <param name="channelCredentials">The channel's; they must secure it.</param>
    /// <param name="callCredentials">Each call's.</param>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
        new CompositeChannelCredentials(channelCredentials, callCredentials);

    /// <summary>Tells a configurator what these credentials are.</summary>
    /// <param name="configurator">Whom to tell.</param>
    /// <param name="state">Handed through.</param>
    public abstract void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state);

    private sealed class InsecureCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetInsecureCredentials(state);
    }

    private sealed class CompositeChannelCredentials : ChannelCredentials
    {
        private readonly ChannelCredentials _channel;
        private readonly CallCredentials _call;

        public CompositeChannelCredentials(ChannelCredentials channel, CallCredentials call)
        {
            ArgumentNullException.ThrowIfNull(channel);
            ArgumentNullException.ThrowIfNull(call);
            if (!channel.IsComposable)
                throw new ArgumentException("Call credentials need a channel that is secured: use SslCredentials.", nameof(channel));
            (_channel, _call) = (channel, call);
        }

        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, _channel, _call);
    }
}

/// <summary>Is told what channel credentials are.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>The channel is plain text.</summary>
    /// <param name="state">Handed through.</param>
    public abstract void SetInsecureCredentials(object? state);

    /// <summary>The channel uses TLS.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="rootCertificates">PEM of the trusted roots, or <c>null</c> for the machine's.</param>
    /// <param name="keyCertificatePair">The client's certificate, or <c>null</c>.</param>
    /// <param name="verifyPeerCallback">An extra check of the server, or <c>null</c>.</param>
    public abstract void SetSslCredentials(object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    /// <summary>Each call has credentials of its own beside the channel's.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="channelCredentials">The channel's.</param>
    /// <param name="callCredentials">Each call's.</param>
    public abstract void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
