using System.Globalization;
using Grpc.Core;
using Training.AppHost;
using Training.AppHost.Sample;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Tests.Support;
using Training.Workforce.V1;
using People = Training.AppHost.Sample.Story.People;

namespace Training.Benchmarks.Gateway;

/// <summary>
/// The sample hospital after its story, to whose people further curricula were given, signed and launched as any other, until each owes ten. Then the apphost goes,
/// and those services that are asked run on its databases, each as a process of its own.
/// </summary>
internal sealed class TrainingHouse : IAsyncDisposable
{
    private const int DaysToDo = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly TemporaryFolder _folder = new();
    private readonly List<ChildProcess> _services = [];

    public string DataFolder => _folder.Path;

    public ServiceAddresses Services { get; private set; } = new(Nowhere, Nowhere, Nowhere, Nowhere, Nowhere);

    public string HrToken => TokenOf(Role.Hr, member: null);

    public static async Task<TrainingHouse> OpenAsync(int assignmentsOfEach)
    {
        var house = new TrainingHouse();
        await using (var process = await HouseProcess.StartAppHostAsync(house.DataFolder, "yes", Settings.FewestPeople))
        {
            await process.StoryIsToldAsync();
            await house.GiveMoreAsync(ServiceAddresses.On(process.Ports), assignmentsOfEach - 1);
        }

        house.Services = house.Services with
        {
            Workforce = await house.StartAsync(Servers.Workforce),
            Completions = await house.StartAsync(Servers.Completions),
            Curricula = await house.StartAsync(Servers.Curricula),
        };
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Uri> StartAsync(string service)
    {
        var port = ReferenceProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Hosting__GrpcPort"] = port,
            ["Hosting__ProbePort"] = "0",
            ["Hosting__DataFolder"] = DataFolder,
            ["Logging__LogLevel__Default"] = "Warning",
            ["DAPR_HTTP_PORT"] = "1",
        };
        _services.Add(await ChildProcess.StartDotnetAsync(typeof(TrainingHouse).Assembly.Location, environment, "ready", "serve", service));
        return new Uri($"http://127.0.0.1:{port}");
    }

    private async Task GiveMoreAsync(ServiceAddresses services, int curricula)
    {
        using var clients = new Clients(services);
        var officers = (await clients.Officers.ListDesignationsAsync(new ListDesignationsRequest(), As(Role.Hr, null))).Designations.Where(one => !one.Deputy).ToList();
        var privacy = officers.First(one => one.Office == Office.Privacy).MemberId;
        var security = officers.First(one => one.Office == Office.Security).MemberId;
        var inForce = (await clients.Curricula.ListCurriculaAsync(new ListCurriculaRequest(), As(Role.Hr, null))).Versions.Last(one => one.State == CurriculumState.Published);
        for (var number = 1; number <= curricula; number++)
        {
            var content = inForce.Content.Clone();
            (content.Code, content.Title) = ($"further-{number}", $"Further training, part {number}");
            var proposed = await clients.Curricula.ProposeCurriculumAsync(new ProposeCurriculumRequest { Content = content, Office = Office.Privacy }, As(Role.PrivacyOfficer, privacy));
            await clients.Curricula.ApproveCurriculumAsync(
                new ApproveCurriculumRequest { CurriculumId = proposed.CurriculumId, Version = proposed.Version, ContentHash = proposed.ContentHash, Office = Office.Security },
                As(Role.SecurityOfficer, security));
            var due = TimeProvider.System.GetUtcNow().AddDays(DaysToDo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var campaign = await clients.Campaigns.LaunchCampaignAsync(
                new LaunchCampaignRequest { CurriculumId = proposed.CurriculumId, Version = proposed.Version, Title = content.Title, DueOn = due }, As(Role.PrivacyOfficer, privacy));
            await Eventually.IsTrueAsync(async () => await ProgressAsync(clients, campaign.Id) is { Assigned: > 0 }, $"'{content.Title}' is assigned", Patience);
        }
    }

    private async Task<CampaignProgress?> ProgressAsync(Clients clients, string campaign) =>
        (await clients.Assignments.BatchGetCampaignProgressAsync(new BatchGetCampaignProgressRequest { CampaignIds = { campaign } }, As(Role.Hr, null))).Progress.SingleOrDefault();

    private CallOptions As(Role role, string? member) => new(new Metadata
    {
        { "authorization", $"Bearer {TokenOf(role, member)}" },
        { "idempotency-key", Guid.CreateVersion7().ToString() },
    });

    private string TokenOf(Role role, string? member) => DevelopmentTokens.In(DataFolder, TimeProvider.System).Mint(
        People.Hospital, member is null ? null : new MemberId(Guid.Parse(member)), "bench", [role], TimeSpan.FromHours(1));
}
