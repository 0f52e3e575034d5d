using System.Text;

namespace Training.AppHost;

/// <summary>What the person at the console reads first.</summary>
internal static class Greeting
{
    public static void Print(Settings settings, Ports ports, TextWriter console)
    {
        var text = new StringBuilder(
            $"""

              Training runs on this machine.   Open   http://127.0.0.1:{ports.Page}

              {(settings.Sample
                  ? "The sample story of a hospital is played, from where it was: watch it on that page."
                  : "No sample is played (SAMPLE=no): that page says what to do first.")}
              Everything is kept in {settings.DataFolder}{(settings.Postgres is null ? "" : " and in PostgreSQL")}. Ctrl-C stops; the next start goes on from there.

              service       gRPC (with reflection)   probes                           sidecar HTTP, gRPC

            """);
        foreach (var service in Service.All)
        {
            text.AppendLine(
                $"  {service.App,-12}  127.0.0.1:{ports.Grpc(service),-14} http://127.0.0.1:{ports.Probes(service)}/readyz    {ports.SidecarHttp(service)}, {ports.SidecarGrpc(service)}");
        }

        console.WriteLine(text.AppendLine($"  {"gateway",-12}  GraphQL at http://127.0.0.1:{ports.Gateway}/graphql, its schema at /graphql/schema.graphql, REST at /scalar").ToString());
    }
}
