using Grpc.Core;
using Grpc.Net.Client;

namespace Training.AppHost.Sample;

/// <summary>What the gateway does not offer: each service's own outbox and audit chain, which its operators and auditors ask for by gRPC.</summary>
internal sealed class Operators(ServiceAddresses addresses, Tokens tokens) : IDisposable
{
    private readonly IReadOnlyList<(string Service, GrpcChannel Channel)> _channels =
    [
        ("workforce", GrpcChannel.ForAddress(addresses.Workforce)),
        ("curricula", GrpcChannel.ForAddress(addresses.Curricula)),
        ("scenarios", GrpcChannel.ForAddress(addresses.Scenarios)),
        ("completions", GrpcChannel.ForAddress(addresses.Completions)),
        ("sanctions", GrpcChannel.ForAddress(addresses.Sanctions)),
    ];

    public IEnumerable<(string Service, Operations.V1.Operations.OperationsClient Operations)> Services =>
        _channels.Select(one => (one.Service, new Operations.V1.Operations.OperationsClient(one.Channel)));

    public Metadata As(Persona persona) => new() { { "authorization", $"{tokens.BearerOf(persona)}" } };

    public void Dispose()
    {
        foreach (var (_, channel) in _channels)
            channel.Dispose();
    }
}
