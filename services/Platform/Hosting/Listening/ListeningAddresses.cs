using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Training.Hosting;

/// <summary>Where the app listens; with port 0 that is known once it has started.</summary>
internal sealed class ListeningAddresses
{
    public ListenOptions? GrpcListener { get; set; }

    public ListenOptions? ProbeListener { get; set; }

    public ListenOptions? WebListener { get; set; }

    public Uri Grpc => AddressOf(GrpcListener);

    public Uri Probes => AddressOf(ProbeListener);

    public Uri Web => AddressOf(WebListener);

    public override string ToString() => WebListener is null ? $"gRPC and deliveries at {Grpc}, probes at {Probes}" : $"HTTP at {Web}";

    private static Uri AddressOf(ListenOptions? listener)
    {
        if (listener?.IPEndPoint is not { Port: > 0 } bound)
            throw new InvalidOperationException("The app does not listen yet: start it first.");

        // "Every address" is nothing one can connect to; loopback is among them.
        var address = bound.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : bound.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : bound.Address;
        return new Uri($"http://{new IPEndPoint(address, bound.Port)}");
    }
}
