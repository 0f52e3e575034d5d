using Training.Benchmarks.GraphQL;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Gateway;

/// <summary>
/// Employees, their assignments, and the curriculum of each, through the gateway from the real services on SQLite: three gRPC calls, one after the other. What the
/// gateway adds may take 1.5 times as long as these calls take when a program of the same kind makes them alone, as many at once; so its queries take at most 2.5
/// times as long, and there are at least 1 / 2.5 as many in a second. Everything that a query costs counts as the gateway's, the client that measures included.
/// On one machine the services take most of the two cores, whoever asks them. What the gateway itself costs is therefore told as well: the queries in a second of its
/// own process's processor time, against the same of mercurius.
/// </summary>
internal sealed class TrainingQuery(string size, int employees, bool ofOwnProcessor = false) : IBenchmark
{
    public const int AssignmentsOfEach = 10;
    public const string JobRole = "RN";

    private const string Alone = "its gRPC calls alone";
    private const string MercuriusJit = "mercurius with JIT over grpc-js";

    private static readonly string Query = $$"""
        query Training($first: Int!) {
          members(first: $first, where: { jobRole: "{{JobRole}}", status: ACTIVE }, order: EMPLOYEE_NUMBER) {
            nodes {
              id employeeNumber givenName familyName email
              assignments(first: {{AssignmentsOfEach}}) { nodes { id state dueOn title curriculum { curriculumId version code title everyMonths } } }
            }
          }
        }
        """;

    private TrainingHouse? _house;
    private BareCalls? _calls;
    private QueryContenders? _servers;

    public string Work =>
        $"GraphQL over the services, three levels, {size}, {employees} × {AssignmentsOfEach}, {QueryContenders.Connections} concurrent{(ofOwnProcessor ? ", of the gateway's own processor" : "")}";

    public string Unit => ofOwnProcessor ? "queries/processor s" : "queries/s";

    // Four or five processes share two cores, and with them the time of their compilers: after five rounds a sixth of the gateway's time was still its compiler's.
    public int WarmUps => 12;

    // With them all on two cores a contender's figures differ by a third from round to round: the median of five would be chance.
    public int Rounds => 15;

    public IReadOnlyList<Bar> Bars => ofOwnProcessor ? [Bar.AtLeast(3, MercuriusJit)] : [Bar.AtLeast(1 / 2.5, Alone), Bar.AtLeast(3, MercuriusJit)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        _house = await TrainingHouse.OpenAsync(AssignmentsOfEach);
        _calls = new BareCalls(_house.Services, _house.HrToken, employees);
        var assignments = await _calls.AssignmentsAsync();
        if (assignments != employees * AssignmentsOfEach)
            throw new InvalidOperationException($"{employees} employees have {assignments} assignments, and not {AssignmentsOfEach} each.");
        _servers = new QueryContenders(Query, new { first = employees }, _house.HrToken, ofOwnProcessor);
        var services = _house.Services;
        var ours = await _servers.OwnAsync("ours", GatewayServer.Name, GatewayServer.SettingsFor(services, _house.DataFolder));
        var peer = await _servers.PeerAsync(
            MercuriusJit, "bench/gateway-server.js", RepositoryRoot.At("contracts"), services.Workforce.Authority, services.Completions.Authority, services.Curricula.Authority);
        return ofOwnProcessor ? [ours, peer] : [ours, new Contender(Alone, _calls.QueriesPerSecondAsync), peer];
    }

    public async ValueTask DisposeAsync()
    {
        if (_servers is not null)
            await _servers.DisposeAsync();
        _calls?.Dispose();
        if (_house is not null)
            await _house.DisposeAsync();
    }
}
