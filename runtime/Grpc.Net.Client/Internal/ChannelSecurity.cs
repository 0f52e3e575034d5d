using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Holds a channel's credentials against its address and finds the call credentials that they carry.</summary>
internal sealed class ChannelSecurity : ChannelCredentialsConfiguratorBase
{
    private bool _secure;
    private CallCredentials? _callCredentials;

    private ChannelSecurity()
    {
    }

    public static CallCredentials? Check(ChannelCredentials? credentials, Uri address)
    {
        if (credentials is null)
            return null;
        var found = new ChannelSecurity();
        credentials.InternalPopulateConfiguration(found, found);
        if (found._secure && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"The credentials ask for TLS but {address} does not use it: use an https address or ChannelCredentials.Insecure.");
        if (!found._secure && address.Scheme != Uri.UriSchemeHttp)
            throw new InvalidOperationException($"ChannelCredentials.Insecure contradicts {address}: use an http address or ChannelCredentials.SecureSsl.");
        return found._callCredentials;
    }

    public override void SetInsecureCredentials(object? state) => _secure = false;

    public override void SetSslCredentials(object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
    {
        if (rootCertificates is not null || keyCertificatePair is not null || verifyPeerCallback is not null)
            throw new InvalidOperationException("Certificates are set on the HTTP handler: give GrpcChannelOptions.HttpHandler a SocketsHttpHandler with SslOptions, and SslCredentials no arguments.");
        _secure = true;
    }

    public override void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        channelCredentials.InternalPopulateConfiguration(this, state);
        _callCredentials = callCredentials;
    }
}
