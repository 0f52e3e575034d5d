using Training.Benchmarks.Harness;

namespace Training.Benchmarks.GraphQL;

/// <summary>Employees, their assignments, and the curriculum of each: a query over objects in memory.</summary>
internal sealed class EmployeeQuery(string size, int employees) : IBenchmark
{
    private const string ByHand = "Kestrel by hand";
    private const string Mercurius = "mercurius";
    private const string MercuriusJit = "mercurius with JIT";
    private const string Yoga = "graphql-yoga";
    private const string Peers = "bench/graphql-server.js";

    private const string Query =
        "query Employees($first: Int!) { employees(first: $first) { id name email isManager assignments { id status due score curriculum { id title minutes } } } }";

    private readonly QueryContenders _servers = new(Query, new { first = employees });

    public string Work => $"GraphQL, three levels, {size}, {employees} × {EmployeeData.AssignmentsOfEach}, {QueryContenders.Connections} concurrent";

    public string Unit => "queries/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.5, ByHand), Bar.AtLeast(3, Mercurius), Bar.AtLeast(2, MercuriusJit), Bar.AtLeast(5, Yoga)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync() =>
    [
        await _servers.OwnAsync("ours", EmployeeServers.Ours),
        await _servers.OwnAsync(ByHand, EmployeeServers.ByHand),
        await _servers.PeerAsync(Mercurius, Peers, "mercurius"),
        await _servers.PeerAsync(MercuriusJit, Peers, "mercurius-jit"),
        await _servers.PeerAsync(Yoga, Peers, "yoga"),
    ];

    public ValueTask DisposeAsync() => _servers.DisposeAsync();
}
