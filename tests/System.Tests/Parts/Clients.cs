using Grpc.Core;
using Grpc.Net.Client;
using Training.AppHost.Sample;
using Training.Completions.V1;
using Training.Curricula.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests;

/// <summary>The five services' own gRPC: how the tests see what the story, which plays through the gateway, has made of them.</summary>
internal sealed class Clients(ServiceAddresses addresses) : IDisposable
{
    private readonly GrpcChannel _workforce = GrpcChannel.ForAddress(addresses.Workforce);
    private readonly GrpcChannel _curricula = GrpcChannel.ForAddress(addresses.Curricula);
    private readonly GrpcChannel _scenarios = GrpcChannel.ForAddress(addresses.Scenarios);
    private readonly GrpcChannel _completions = GrpcChannel.ForAddress(addresses.Completions);
    private readonly GrpcChannel _sanctions = GrpcChannel.ForAddress(addresses.Sanctions);

    public Organisations.OrganisationsClient Organisations => new(_workforce);

    public Roster.RosterClient Roster => new(_workforce);

    public OfficerRegister.OfficerRegisterClient Officers => new(_workforce);

    public CurriculumLibrary.CurriculumLibraryClient Curricula => new(_curricula);

    public Campaigns.CampaignsClient Campaigns => new(_curricula);

    public ScenarioLibrary.ScenarioLibraryClient Scenarios => new(_scenarios);

    public Runs.RunsClient Runs => new(_scenarios);

    public Assignments.AssignmentsClient Assignments => new(_completions);

    public TrainingRecord.TrainingRecordClient Record => new(_completions);

    public SanctionPolicies.SanctionPoliciesClient Policies => new(_sanctions);

    public Cases.CasesClient Cases => new(_sanctions);

    /// <summary>Each service's own audit log, by the service's name.</summary>
    public IReadOnlyList<(string Service, Operations.V1.Operations.OperationsClient Operations)> Audits =>
        [.. Channels.Select(one => (one.Service, new Operations.V1.Operations.OperationsClient(one.Channel)))];

    private IEnumerable<(string Service, ChannelBase Channel)> Channels =>
        [("workforce", _workforce), ("curricula", _curricula), ("scenarios", _scenarios), ("completions", _completions), ("sanctions", _sanctions)];

    public void Dispose()
    {
        foreach (var channel in new[] { _workforce, _curricula, _scenarios, _completions, _sanctions })
            channel.Dispose();
    }
}
