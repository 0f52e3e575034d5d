using System.Net;
using System.Net.Sockets;

namespace Training.Tests.Whole;

/// <summary>Several free ports in a row, as one installation takes them; below those that the system gives to outgoing connections.</summary>
internal static class FreePorts
{
    private const int First = 15_000;
    private const int Last = 19_900;

    // Test processes that run at once begin at different places.
    private static int _next = First + (Environment.ProcessId * 101 % (Last - First));

    public static int Take(int count)
    {
        while (true)
        {
            var first = Interlocked.Add(ref _next, count) - count;
            if (first + count > Last)
                Interlocked.Exchange(ref _next, First);
            else if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
