using System.Net;
using System.Net.Sockets;

namespace Training.Messaging.Tests;

/// <summary>A port for an app that is killed and started again at the same place, so that 0 will not do.</summary>
internal static class FreePort
{
    private static readonly HashSet<int> Given = [];

    public static int Take()
    {
        lock (Given)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
