using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Hosting;

namespace Training.Curricula.Tests;

public sealed class CampaignTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_tells_all_that_is_needed_to_assign_it_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        var launch = Requests.Launch(version);

        var campaign = await curricula.Campaigns.LaunchCampaignAsync(launch, curricula.Privacy(key: "once"));

        Assert.Equal((version.CurriculumId, 1, "Refresher", launch.DueOn, People.Pia.ToString()), (campaign.CurriculumId, campaign.Version, campaign.Title, campaign.DueOn, campaign.LaunchedBy));
        Assert.Equal(campaign, await curricula.Campaigns.LaunchCampaignAsync(launch, curricula.Privacy(key: "once")));
        Assert.Equal(campaign, await curricula.Campaigns.GetCampaignAsync(new GetCampaignRequest { Id = campaign.Id }, curricula.Security()));
        Assert.Equal(
            new CampaignLaunched
            {
                CampaignId = campaign.Id, Title = "Refresher", CurriculumId = version.CurriculumId, CurriculumVersion = 1, CurriculumTitle = "Yearly refresher",
                ScenarioIds = { Contents.Scenarios.Take(3) }, Audience = version.Content.Audience, DueOn = campaign.DueOn, Launched = campaign.Launched,
            },
            Assert.Single(await curricula.Service.PublishedAsync<CampaignLaunched>()));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_is_refused_when_the_version_is_not_in_force(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.PublishAsync();
        await curricula.PublishAsync(Contents.Titled("Second"));
        var open = await curricula.ProposeAsync(Contents.Titled("Third"));
        foreach (var version in new[] { first, open })
            await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(version), curricula.Privacy()).IsRefusedAsync(StatusCode.FailedPrecondition, "VERSION_NOT_IN_FORCE");

        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(open), curricula.Privacy());
        await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(open), curricula.Privacy()).IsRefusedAsync(StatusCode.FailedPrecondition, "VERSION_NOT_IN_FORCE");
        Assert.Empty(curricula.Service.Published<CampaignLaunched>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_is_refused_when_date_title_or_version_cannot_be_used(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        var latest = Dates.Iso(TimeProvider.System.GetUtcNow().AddHours(14), 0);
        (LaunchCampaignRequest Request, StatusCode Code, string Reason)[] refused =
        [
            (Requests.Launch(version, dueOn: ""), StatusCode.InvalidArgument, "DATE_NOT_READABLE"),
            (Requests.Launch(version, dueOn: "31.12.2030"), StatusCode.InvalidArgument, "DATE_NOT_READABLE"),
            (Requests.Launch(version, dueOn: "2030-02-30"), StatusCode.InvalidArgument, "DATE_NOT_READABLE"),
            (Requests.Launch(version, dueOn: Dates.In(-1)), StatusCode.InvalidArgument, "DUE_DATE_TOO_EARLY"),
            (Requests.Launch(version, dueOn: latest), StatusCode.InvalidArgument, "DUE_DATE_TOO_EARLY"),
            (Requests.Launch(version, title: " "), StatusCode.InvalidArgument, "TEXT_UNUSABLE"),
            (Requests.Launch(version, title: new string('a', 201)), StatusCode.InvalidArgument, "TEXT_UNUSABLE"),
            (new LaunchCampaignRequest { CurriculumId = version.CurriculumId, Version = 0, Title = "T", DueOn = Dates.In(9) }, StatusCode.NotFound, "CURRICULUM_VERSION_NOT_FOUND"),
        ];
        foreach (var (request, code, reason) in refused)
            await curricula.Campaigns.LaunchCampaignAsync(request, curricula.Privacy()).IsRefusedAsync(code, reason);
        await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(version), curricula.Service.Call(Role.PrivacyOfficer)).IsRefusedAsync(StatusCode.PermissionDenied, "HUMAN_BEING_NEEDED");

        Assert.Empty((await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), curricula.Privacy())).Campaigns);
        Assert.Empty(curricula.Service.Published<CampaignLaunched>());
    }

    [Theory]
    [InlineData("2026-03-10T09:59:59Z", "2026-03-11", true)]
    [InlineData("2026-03-10T10:00:00Z", "2026-03-11", false)]
    [InlineData("2026-03-10T10:00:00Z", "2026-03-12", true)]
    public void Due_date_is_after_today_wherever_people_work(string now, string due, bool accepted)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(accepted, Days.Parse("due_on", due) > Days.LatestToday(at));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_is_refused_while_another_campaign_of_the_version_runs(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        var first = await curricula.LaunchAsync(version);

        await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(version, "The same again"), curricula.Security()).IsRefusedAsync(StatusCode.FailedPrecondition, "CAMPAIGN_STILL_RUNS");
        var cancelled = await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = first.Id, Reason = "Wrong date." }, curricula.Privacy());
        Assert.Equal("Wrong date.", cancelled.CancelledBecause);
        var second = await curricula.LaunchAsync(version);
        await EndAsync(curricula, second.Id);

        await curricula.LaunchAsync(version);
        Assert.Equal(3, (await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), curricula.Privacy())).Campaigns.Count);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_and_cancel_are_for_those_whom_the_officer_register_names_and_not_for_a_role_alone(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        foreach (var caller in new[] { curricula.Privacy(People.Past), curricula.Security(People.Future), curricula.Privacy(People.Nobody) })
            await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(version), caller).IsRefusedAsync(StatusCode.PermissionDenied, "NO_OFFICE_HELD");
        var campaign = await curricula.LaunchAsync(version);
        var cancel = new CancelCampaignRequest { CampaignId = campaign.Id, Reason = "Wrong date." };
        foreach (var caller in new[] { curricula.Privacy(People.Past), curricula.Security(People.Future), curricula.Privacy(People.Nobody) })
            await curricula.Campaigns.CancelCampaignAsync(cancel, caller).IsRefusedAsync(StatusCode.PermissionDenied, "NO_OFFICE_HELD");

        await curricula.Campaigns.CancelCampaignAsync(cancel, curricula.Security(People.Dora));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_begins_one_campaign_when_many_launch_at_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        var calls = Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await curricula.LaunchAsync(version);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        });

        Assert.Single(await Task.WhenAll(calls), code => code == StatusCode.OK);
        Assert.Single((await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), curricula.Privacy())).Campaigns);
        Assert.Single(await curricula.Service.PublishedAsync<CampaignLaunched>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Cancel_is_told_once_when_it_is_repeated_or_comes_too_late(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var campaign = await curricula.LaunchAsync(await curricula.PublishAsync());
        var cancel = new CancelCampaignRequest { CampaignId = campaign.Id, Reason = "The policy changes next week." };
        foreach (var reason in new[] { "", new string('x', 501) })
            await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = campaign.Id, Reason = reason }, curricula.Privacy()).IsRefusedAsync(StatusCode.InvalidArgument, "TEXT_UNUSABLE");
        await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = Guid.CreateVersion7().ToString(), Reason = "x" }, curricula.Privacy()).IsRefusedAsync(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND");

        var cancelled = await curricula.Campaigns.CancelCampaignAsync(cancel, curricula.Security(key: "once"));

        Assert.Equal(cancelled, await curricula.Campaigns.CancelCampaignAsync(cancel, curricula.Security(key: "once")));
        await curricula.Campaigns.CancelCampaignAsync(cancel, curricula.Security()).IsRefusedAsync(StatusCode.FailedPrecondition, "CAMPAIGN_CANCELLED_ALREADY");
        Assert.Equal(cancelled, await curricula.Campaigns.GetCampaignAsync(new GetCampaignRequest { Id = campaign.Id }, curricula.Privacy()));
        Assert.Equal(
            new CampaignCancelled { CampaignId = campaign.Id, Reason = cancel.Reason, Cancelled = cancelled.Cancelled },
            Assert.Single(await curricula.Service.PublishedAsync<CampaignCancelled>()));
    }

    // Its due date was the day before yesterday: over even where the day is earliest.
    private static async Task EndAsync(CurriculaUnderTest curricula, string id)
    {
        await using var scope = curricula.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(Somebody.Hospital, null, "time", new HashSet<Role>()), "time goes by");
        var db = scope.ServiceProvider.GetRequiredService<CurriculaDb>();
        var past = Days.Parse("due_on", Dates.In(-2));
        Assert.Equal(1, await db.Campaigns.Where(c => c.Id == TypedId.Parse<CampaignId>("id", id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.DueOn, past)));
    }
}
