using System.Net;
using System.Net.Sockets;
using Training.Tests.Support;
using Xunit;

namespace Training.Architecture.Tests.Support;

public sealed class FreePortTests
{
    [Fact]
    public void Take_gives_no_port_that_another_process_took_and_does_not_listen_at_yet()
    {
        var mine = FreePort.Take();
        var taken = Enumerable.Range(mine + 1, 20).ToDictionary(port => port, Hold);

        var ports = Enumerable.Range(0, 20).Select(_ => FreePort.Take()).ToList();

        foreach (var (port, hold) in taken.Where(one => one.Value is not null))
        {
            Assert.DoesNotContain(port, ports);
            hold!.Dispose();
        }
    }

    // As another process's FreePort does; null where somebody else has it.
    private static UdpClient? Hold(int port)
    {
        try
        {
            return new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
