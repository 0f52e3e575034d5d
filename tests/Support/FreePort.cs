using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Training.Tests.Support;

/// <summary>
/// A port for an app that is killed and started again at the same place, so that 0 will not do. Below those that the system gives to
/// outgoing connections: one of these would take it while the app is down. The UDP port of the same number is held for as long as this
/// process lives: so no other test process takes it either, before the app is there, while it is down or after it has gone.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static readonly ConcurrentBag<Socket> Held = [];

    // Test processes that run at once begin at different places.
    private static int _given = Environment.ProcessId * 101 % Count;

    public static int Take()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref _given) % Count;
            if (TryHold(port))
                return port;
        }
    }

    /// <summary>The first of so many free ports in a row.</summary>
    public static int TakeRow(int count)
    {
        while (true)
        {
            var first = First + Interlocked.Add(ref _given, count) % (Count - count);
            if (Enumerable.Range(first, count).All(TryHold))
                return first;
        }
    }

    private static bool TryHold(int port)
    {
        var hold = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            hold.Bind(new IPEndPoint(IPAddress.Loopback, port));
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            Held.Add(hold);
            return true;
        }
        catch (SocketException)
        {
            hold.Dispose();
            return false;
        }
    }
}
