using System.Net;
using System.Net.Sockets;

namespace Training.AppHost;

/// <summary>Which port is whose: all follow the base port, so that one number is all that one has to remember.</summary>
/// <param name="Base">The first page's.</param>
internal sealed record Ports(int Base)
{
    private const int Kinds = 4;

    /// <summary>How many ports are used, from the base on.</summary>
    public static int Count => 2 + (Kinds * Service.All.Length);

    public int Page => Base;

    /// <summary>The GraphQL gateway's.</summary>
    public int Gateway => Base + 1;

    public Uri GatewayAddress => new($"http://127.0.0.1:{Gateway}/");

    public int Grpc(Service service) => Of(service, 0);

    public int Probes(Service service) => Of(service, 1);

    public int SidecarHttp(Service service) => Of(service, 2);

    public int SidecarGrpc(Service service) => Of(service, 3);

    /// <summary>Tries every port, before anything starts.</summary>
    /// <exception cref="Refusal">Somebody has one of them.</exception>
    public void AreFree()
    {
        for (var port = Base; port < Base + Count; port++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
            }
            catch (SocketException)
            {
                throw Refusal.PortTaken($"Port {port} is taken");
            }
        }
    }

    private int Of(Service service, int kind) => Base + 2 + (kind * Service.All.Length) + Service.All.IndexOf(service);
}
