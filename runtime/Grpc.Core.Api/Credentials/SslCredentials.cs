namespace Grpc.Core;

/// <summary>TLS.</summary>
public sealed class SslCredentials : ChannelCredentials
{
    /// <summary>TLS with the machine's trusted roots.</summary>
    public SslCredentials() : this(null, null, null)
    {
    }

    /// <summary>TLS.</summary>
    /// <param name="rootCertificates">PEM of the trusted roots, or <c>null</c> for the machine's.</param>
    /// <param name="keyCertificatePair">The client's certificate, or <c>null</c>.</param>
    /// <param name="verifyPeerCallback">An extra check of the server, or <c>null</c>.</param>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
    {
        RootCertificates = rootCertificates;
        KeyCertificatePair = keyCertificatePair;
        _verifyPeer = verifyPeerCallback;
    }

    private readonly VerifyPeerCallback? _verifyPeer;

    /// <summary>PEM of the trusted roots, or <c>null</c> for the machine's.</summary>
    public string? RootCertificates { get; }

    /// <summary>The client's certificate, or <c>null</c>.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; }

    internal override bool IsComposable => true;

    /// <inheritdoc />
    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, _verifyPeer);
}

/// <summary>A certificate and its key.</summary>
public sealed class KeyCertificatePair
{
    /// <summary>Pairs them.</summary>
    /// <param name="certificateChain">PEM of the chain.</param>
    /// <param name="privateKey">PEM of the key.</param>
    public KeyCertificatePair(string certificateChain, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(certificateChain);
        ArgumentNullException.ThrowIfNull(privateKey);
        CertificateChain = certificateChain;
        PrivateKey = privateKey;
    }

    /// <summary>PEM of the chain.</summary>
    public string CertificateChain { get; }

    /// <summary>PEM of the key.</summary>
    public string PrivateKey { get; }
}

/// <summary>Decides whether a server whose certificate is valid is the one that is meant.</summary>
/// <param name="context">The server.</param>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>A server that is to be verified.</summary>
public sealed class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem) => (TargetName, PeerPem) = (targetName, peerPem);

    /// <summary>The name that was asked for.</summary>
    public string TargetName { get; }

    /// <summary>PEM of the server's certificate.</summary>
    public string PeerPem { get; }
}
