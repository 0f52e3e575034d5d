using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.Benchmarks.Messaging;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.Benchmarks.Completions;

/// <summary>The completions service with a hospital's roster, to which campaigns are launched as the sidecar would deliver them.</summary>
internal sealed class Hospital : IAsyncDisposable
{
    private const int MembersPerEvent = 500;

    private static readonly HttpClient Http = new(new SocketsHttpHandler())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly string _address;
    private readonly int _people;
    private Guid _last;

    private Hospital(ReferenceProcess service, string address, int people) => (Service, _address, _people) = (service, address, people);

    public ReferenceProcess Service { get; }

    public static async Task<Hospital> OpenAsync(string provider, int people)
    {
        var port = ReferenceProcess.FreePort();
        var service = await ReferenceProcess.StartAsync(Servers.Completions, provider, port, sidecarPort: null, database: Servers.Completions);
        var hospital = new Hospital(service, $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", people);
        for (var hired = 0; hired < people; hired += MembersPerEvent)
            await hospital.DeliverAsync(new MembersChanged { Members = { Enumerable.Range(hired, Math.Min(MembersPerEvent, people - hired)).Select(hospital.Hire) } });
        return hospital;
    }

    /// <summary>Launches a campaign for everybody, and gives the seconds until the last member reads their assignment of it.</summary>
    public async Task<(double Seconds, Guid Campaign)> LaunchAsync()
    {
        var campaign = Guid.CreateVersion7();
        var last = new Metadata { { "authorization", $"Bearer {Service.TokenOf(_last, _organisation, Role.Employee)}" } };
        var client = new Assignments.AssignmentsClient(Service.Channel);
        var started = TimeProvider.System.GetTimestamp();
        await DeliverAsync(Launched(campaign));
        while ((await client.ListMyAssignmentsAsync(new ListMyAssignmentsRequest { PageSize = 500 }, last)).Assignments.All(one => one.SourceId != campaign.ToString()))
            await Task.Delay(5);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var progress = await client.GetCampaignProgressAsync(new GetCampaignProgressRequest { CampaignId = campaign.ToString() }, Service.As(_organisation, Role.Hr));
        return progress.Assigned == _people
            ? (seconds, campaign)
            : throw new InvalidOperationException($"{progress.Assigned} of {_people} are assigned.");
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private Member Hire(int number) => new()
    {
        Id = (_last = Guid.CreateVersion7()).ToString(),
        Constituency = (Constituency)(1 + (number % 7)),
        JobRole = $"ROLE{number % 12}",
        Site = $"SITE{number % 4}",
        TimeZone = (number % 4) switch { 0 => "America/New_York", 1 => "America/Chicago", 2 => "America/Denver", _ => "America/Los_Angeles" },
        PhiExposure = (PhiExposure)(2 + (number % 4)),
        EphiAccess = true,
        Status = number % 50 == 0 ? MemberStatus.OnLeave : MemberStatus.Active,
        Version = 1,
    };

    private static CampaignLaunched Launched(Guid campaign) => new()
    {
        CampaignId = campaign.ToString(),
        Title = "Yearly refresher",
        CurriculumId = Guid.CreateVersion7().ToString(),
        CurriculumVersion = 1,
        CurriculumTitle = "Privacy and security",
        ScenarioIds = { Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7().ToString()) },
        Audience = new Audience
        {
            PhiExposures = { PhiExposure.Low, PhiExposure.Medium, PhiExposure.High, PhiExposure.VeryHigh },
            JobRoles = { Enumerable.Range(0, 12).Select(number => $"ROLE{number}") },
            Sites = { Enumerable.Range(0, 4).Select(number => $"SITE{number}") },
            EphiAccessOnly = true,
        },
        DueOn = "2090-06-30",
        Launched = TimeProvider.System.GetUtcNow().ToTimestamp(),
    };

    private async Task DeliverAsync(IMessage happened)
    {
        var topic = happened.Descriptor.File.GetOptions().GetExtension(OptionsExtensions.Topic);
        var envelope = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Guid.CreateVersion7().ToString(),
            ["source"] = "bench",
            ["type"] = happened.Descriptor.FullName,
            ["topic"] = topic,
            ["organisation"] = _organisation.ToString(),
            ["data"] = JsonNode.Parse(JsonFormatter.Default.Format(happened)),
        };
        using var content = new StringContent(envelope.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
        using var response = await Http.PostAsync(new Uri($"{_address}/events/{topic}"), content);
        response.EnsureSuccessStatusCode();
    }
}
