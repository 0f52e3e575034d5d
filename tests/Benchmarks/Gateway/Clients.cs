using Grpc.Net.Client;
using Training.AppHost.Sample;
using Training.Completions.V1;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.Benchmarks.Gateway;

/// <summary>The gRPC of the services that <see cref="TrainingQuery"/> reads from.</summary>
internal sealed class Clients(ServiceAddresses services) : IDisposable
{
    private readonly GrpcChannel _workforce = GrpcChannel.ForAddress(services.Workforce);
    private readonly GrpcChannel _curricula = GrpcChannel.ForAddress(services.Curricula);
    private readonly GrpcChannel _completions = GrpcChannel.ForAddress(services.Completions);

    public Roster.RosterClient Roster => new(_workforce);

    public OfficerRegister.OfficerRegisterClient Officers => new(_workforce);

    public CurriculumLibrary.CurriculumLibraryClient Curricula => new(_curricula);

    public Campaigns.CampaignsClient Campaigns => new(_curricula);

    public Assignments.AssignmentsClient Assignments => new(_completions);

    public void Dispose()
    {
        _workforce.Dispose();
        _curricula.Dispose();
        _completions.Dispose();
    }
}
