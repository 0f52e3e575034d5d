using Grpc.Core;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Curricula.Tests;

/// <summary>The service, with officers in its register and scenarios on its list unless a test wants none.</summary>
internal sealed class CurriculaUnderTest(ServiceUnderTest service) : IAsyncDisposable
{
    public static ServiceModule Module { get; } = new("curricula", "curricula", builder => builder.AddCurricula(), app => app.MapCurricula());

    public ServiceUnderTest Service => service;

    public CurriculumLibrary.CurriculumLibraryClient Library { get; } = new(service.Channel);

    public Campaigns.CampaignsClient Campaigns { get; } = new(service.Channel);

    public static async Task<CurriculaUnderTest> StartEmptyAsync(string provider) => new(await ServiceUnderTest.StartAsync(Module, provider));

    public static async Task<CurriculaUnderTest> StartAsync(string provider)
    {
        var curricula = await StartEmptyAsync(provider);
        await curricula.KnowAsync(Somebody.Hospital);
        return curricula;
    }

    /// <summary>Tells of the officers and the scenarios that every test may use.</summary>
    public async Task KnowAsync(OrganisationId organisation)
    {
        await service.DeliverAsync(People.Register(1), organisation);
        foreach (var scenario in Contents.Scenarios)
            await service.DeliverAsync(new ScenarioPublished { Scenario = new Scenario { Id = scenario, Version = 1 } }, organisation);
    }

    public Metadata Privacy(MemberId? member = null, OrganisationId? organisation = null, string? key = null) =>
        service.Call(Role.PrivacyOfficer, member ?? People.Pia, organisation, key);

    public Metadata Security(MemberId? member = null, OrganisationId? organisation = null, string? key = null) =>
        service.Call(Role.SecurityOfficer, member ?? People.Sam, organisation, key);

    public async Task<V1.CurriculumVersion> ProposeAsync(V1.CurriculumContent? content = null, OrganisationId? organisation = null) =>
        await Library.ProposeCurriculumAsync(Requests.Propose(content), Privacy(organisation: organisation));

    public async Task<V1.CurriculumVersion> PublishAsync(V1.CurriculumContent? content = null, OrganisationId? organisation = null) =>
        await Library.ApproveCurriculumAsync(Requests.Approve(await ProposeAsync(content, organisation)), Security(organisation: organisation));

    public async Task<V1.Campaign> LaunchAsync(V1.CurriculumVersion version, OrganisationId? organisation = null) =>
        await Campaigns.LaunchCampaignAsync(Requests.Launch(version), Privacy(organisation: organisation));

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
