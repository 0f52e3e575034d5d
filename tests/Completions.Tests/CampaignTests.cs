using Grpc.Core;
using Training.Completions.V1;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

public sealed class CampaignTests
{
    private readonly Guid _campaign = Told.Id();
    private readonly Guid _fax = Told.Id(), _talk = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_assigns_once_everybody_present_who_is_in_the_audience_and_nobody_else(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(
            Told.Member("nurse"), Told.Member("on leave", status: MemberStatus.OnLeave), Told.Member("left", status: MemberStatus.Left),
            Told.Member("gardener", exposure: PhiExposure.None), Told.Member("clerk", exposure: PhiExposure.VeryHigh)));
        await service.DeliverAsync(Told.Members(Told.Member("elsewhere")), Somebody.Clinic);
        var launched = Told.Launched(_campaign, [_fax, _talk], new Curricula.V1.Audience { PhiExposures = { PhiExposure.High, PhiExposure.VeryHigh } }, dueOn: "2090-03-01");

        await service.DeliverAsync(launched, id: "1");
        await service.DeliverAsync(launched, id: "1");
        await service.DeliverAsync(launched, id: "2");

        Assert.Equal(["nurse", "on leave", "clerk"], await service.WhoOwesAsync(_campaign, "nurse", "on leave", "left", "gardener", "clerk", "elsewhere"));
        var assignment = await service.TheOneOfAsync("nurse");
        Assert.Equal(
            (_campaign.ToString(), AssignmentSource.Campaign, "Yearly refresher", launched.CurriculumId, 3, "2090-03-01", V1.AssignmentState.Open),
            (assignment.SourceId, assignment.Source, assignment.Title, assignment.CurriculumId, assignment.CurriculumVersion, assignment.DueOn, assignment.State));
        Assert.Equal([(_fax.ToString(), 0), (_talk.ToString(), 0)], assignment.Items.Select(item => (item.ScenarioId, item.Attempts)));
        Assert.Equal(7, Guid.Parse(assignment.Id).Version);
        Assert.Equal(3, (await service.ProgressAsync(_campaign)).Assigned);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Campaign_of_one_organisation_is_nothing_to_another(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        foreach (var organisation in new[] { Somebody.Hospital, Somebody.Clinic })
            await service.DeliverAsync(Told.Members(Told.Member("nurse")), organisation);

        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Run("nurse", _fax), Somebody.Clinic);
        await service.DeliverAsync(Told.Cancelled(_campaign), Somebody.Clinic);

        Assert.Equal(V1.AssignmentState.Open, (await service.TheOneOfAsync("nurse")).State);
        Assert.Empty(await service.AssignmentsOfAsync(_campaign, Somebody.Clinic));
        Assert.Empty(await service.LedgerAsync(Somebody.Clinic));
        await Refusal.ExpectAsync(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND", () => service.ProgressAsync(_campaign, Somebody.Clinic));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Joining_or_moving_into_the_audience_assigns_until_the_due_date_and_not_after(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var over = Told.Id();
        var clerks = new Curricula.V1.Audience { JobRoles = { "CLERK" } };
        await service.DeliverAsync(Told.Members(Told.Member("always", role: "CLERK"), Told.Member("moves")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax], clerks));
        await service.DeliverAsync(Told.Launched(over, [_fax], clerks, dueOn: "2020-01-01"));

        await service.DeliverAsync(Told.Members(Told.Member("moves", version: 2, role: "CLERK"), Told.Member("joins", role: "CLERK"), Told.Member("other")));

        Assert.Equal(["always", "moves", "joins"], await service.WhoOwesAsync(_campaign, "always", "moves", "joins", "other"));
        Assert.Equal(["always"], await service.WhoOwesAsync(over, "always", "moves", "joins", "other"));
        Assert.Equal(V1.AssignmentState.Overdue, Assert.Single(await service.AssignmentsOfAsync(over)).State);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Leaving_closes_what_is_open_and_coming_back_opens_the_same_again_while_there_is_time(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var over = Told.Id();
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax, _talk]));
        await service.DeliverAsync(Told.Launched(over, [_fax, _talk], dueOn: "2020-01-01"));
        await service.DeliverAsync(Told.Run("nurse", _fax));
        var before = await service.OwnAsync("nurse");

        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 2, status: MemberStatus.Left)));
        var away = await service.OwnAsync("nurse");
        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 3)));
        var back = await service.OwnAsync("nurse");

        Assert.All(away, assignment => Assert.Equal((V1.AssignmentState.Closed, "The member left."), (assignment.State, assignment.ClosedBecause)));
        var again = Assert.Single(back, assignment => assignment.State != V1.AssignmentState.Closed);
        Assert.Equal(before.Single(assignment => assignment.SourceId == _campaign.ToString()), again);
        Assert.NotNull(again.Items[0].Passed);
        Assert.Equal((1, 1), ((await service.ProgressAsync(_campaign)).Assigned, (await service.ProgressAsync(over)).Closed));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Moving_out_of_the_audience_closes_what_is_open_and_says_why(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax], new Curricula.V1.Audience { PhiExposures = { PhiExposure.High } }));

        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 2, exposure: PhiExposure.None)));

        var closed = await service.TheOneOfAsync("nurse");
        Assert.Equal(V1.AssignmentState.Closed, closed.State);
        Assert.Contains("no longer for this member", closed.ClosedBecause);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Older_and_equal_versions_of_a_member_change_nothing(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 5), Told.Member("twice", version: 1, status: MemberStatus.Left), Told.Member("twice", version: 2)));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));

        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 4, status: MemberStatus.Left)));
        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 5, status: MemberStatus.Left)));

        Assert.Equal(["nurse", "twice"], await service.WhoOwesAsync(_campaign, "nurse", "twice"));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Cancelling_closes_what_is_open_for_good_and_keeps_what_is_completed(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse"), Told.Member("clerk")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Run("clerk", _fax));

        await service.DeliverAsync(Told.Cancelled(_campaign));
        await service.DeliverAsync(Told.Members(Told.Member("nurse", version: 2), Told.Member("joins")));
        await service.DeliverAsync(Told.Run("nurse", _fax, minute: 55));

        var nurse = await service.TheOneOfAsync("nurse");
        Assert.Equal((V1.AssignmentState.Closed, "The campaign was cancelled: wrong audience"), (nurse.State, nurse.ClosedBecause));
        Assert.Equal(V1.AssignmentState.Completed, (await service.TheOneOfAsync("clerk")).State);
        Assert.Empty(await service.OwnAsync("joins"));
        Assert.Single(await service.LedgerAsync());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Assignment_says_why_its_campaign_was_cancelled_when_it_was_read_before_that(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        Assert.Equal("", (await service.TheOneOfAsync("nurse")).ClosedBecause);

        await service.DeliverAsync(Told.Cancelled(_campaign));

        for (var time = 1; time <= 2; time++)
            Assert.Equal("The campaign was cancelled: wrong audience", (await service.TheOneOfAsync("nurse")).ClosedBecause);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Cancelled_campaign_assigns_nobody_when_its_launch_is_heard_of_afterwards(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));

        await service.DeliverAsync(Told.Cancelled(_campaign));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Members(Told.Member("joins")));

        Assert.Empty(await service.AssignmentsOfAsync(_campaign));
        Assert.Equal((0, 0), ((await service.ProgressAsync(_campaign)).Assigned, (await service.ProgressAsync(_campaign)).Closed));
    }
}
