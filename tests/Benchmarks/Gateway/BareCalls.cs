using Grpc.Core;
using Training.AppHost.Sample;
using Training.Benchmarks.GraphQL;
using Training.Completions.V1;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.Benchmarks.Gateway;

/// <summary>The calls that the gateway makes for <see cref="TrainingQuery"/>, in the same order and with the same token and deadline, and nothing else.</summary>
internal sealed class BareCalls(ServiceAddresses services, string token, int employees) : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    private readonly Clients _clients = new(services);

    /// <summary>How many assignments the employees have together.</summary>
    public async Task<int> AssignmentsAsync() => (await AskAsync()).Lists.Sum(list => list.Assignments.Count);

    public async Task<double> QueriesPerSecondAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, QueryContenders.Connections).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; TimeProvider.System.GetElapsedTime(begin) < Measured; count++)
                await AskAsync();
            return count;
        })));
        return counts.Sum() / TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
    }

    public void Dispose() => _clients.Dispose();

    private async Task<BatchListAssignmentsResponse> AskAsync()
    {
        var page = await _clients.Roster.ListMembersAsync(
            new ListMembersRequest { PageSize = employees, Filter = new MemberFilter { JobRole = TrainingQuery.JobRole, Status = MemberStatus.Active }, Order = MemberOrder.EmployeeNumber }, Call());
        var assignments = await _clients.Assignments.BatchListAssignmentsAsync(
            new BatchListAssignmentsRequest { MemberIds = { page.Members.Select(member => member.Id) }, PageSize = TrainingQuery.AssignmentsOfEach, WithoutItems = true }, Call());
        var curricula = assignments.Lists.SelectMany(list => list.Assignments).Select(one => (one.CurriculumId, one.CurriculumVersion)).Distinct();
        await _clients.Curricula.BatchGetCurriculaAsync(
            new BatchGetCurriculaRequest { Curricula = { curricula.Select(one => new GetCurriculumRequest { CurriculumId = one.CurriculumId, Version = one.CurriculumVersion }) } }, Call());
        return assignments;
    }

    private CallOptions Call() => new(new Metadata { { "authorization", $"Bearer {token}" } }, TimeProvider.System.GetUtcNow().UtcDateTime + Deadline);
}
