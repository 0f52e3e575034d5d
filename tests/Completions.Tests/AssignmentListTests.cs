using Training.Completions.V1;
using Training.Contracts;

namespace Training.Completions.Tests;

/// <summary>What an HR system and an LMS ask of assignments: narrowed down, ordered, counted, many lists at once.</summary>
public sealed class AssignmentListTests
{
    private readonly Guid _yearly = Told.Id(), _over = Told.Id(), _cancelled = Told.Id(), _remedial = Told.Id();
    private readonly Guid _fax = Told.Id(), _talk = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_and_order_lists_exactly_what_meets_it_whichever_way_one_pages(string provider)
    {
        await using var service = await StartAsync(provider);
        var all = await AllAsync(service);
        var who = Enumerable.Range(0, 8).ToDictionary(number => Somebody.Named($"nurse {number}").ToString(), number => number);
        var yearlyCurriculum = all.First(a => a.SourceId == _yearly.ToString()).CurriculumId;

        (V1.AssignmentFilter Filter, Func<V1.Assignment, bool> Meets)[] filters =
        [
            (new(), _ => true),
            (new() { CampaignId = _yearly.ToString() }, a => a.SourceId == _yearly.ToString()),
            (new() { MemberId = Somebody.Named("nurse 3").ToString() }, a => who[a.MemberId] == 3),
            (new() { State = V1.AssignmentState.Open }, a => a.State == V1.AssignmentState.Open),
            (new() { State = V1.AssignmentState.Overdue }, a => a.State == V1.AssignmentState.Overdue),
            (new() { State = V1.AssignmentState.Completed }, a => a.State == V1.AssignmentState.Completed),
            (new() { State = V1.AssignmentState.Closed }, a => a.State == V1.AssignmentState.Closed),
            (new() { State = V1.AssignmentState.Closed, CampaignId = _cancelled.ToString() }, a => a.State == V1.AssignmentState.Closed && a.SourceId == _cancelled.ToString()),
            (new() { CurriculumId = yearlyCurriculum }, a => a.CurriculumId == yearlyCurriculum),
            (new() { Source = AssignmentSource.Remediation }, a => a.Source == AssignmentSource.Remediation),
            (new() { DueBefore = "2089-12-31" }, a => string.CompareOrdinal(a.DueOn, "2089-12-31") < 0),
            (new() { DueBefore = "2090-01-01" }, a => string.CompareOrdinal(a.DueOn, "2090-01-01") < 0),
            (new() { DueBefore = "2090-01-02" }, a => string.CompareOrdinal(a.DueOn, "2090-01-02") < 0),
            (new() { Site = "WEST" }, a => who[a.MemberId] % 2 == 1),
            (new() { Department = "Surgery" }, a => who[a.MemberId] % 3 == 0),
            (new() { ManagerId = Somebody.Named("nurse 0").ToString() }, a => who[a.MemberId] is > 0 and < 5),
            (new() { JobRole = "CLERK" }, a => who[a.MemberId] == 6),
            (new() { Site = "WEST", Department = "Surgery", State = V1.AssignmentState.Open }, a => who[a.MemberId] is 3 && a.State == V1.AssignmentState.Open),
            (new() { Site = "EAST" }, _ => false),
        ];
        foreach (var (filter, meets) in filters)
        {
            var met = all.Where(meets).ToList();
            await HoldsAsync(service, new ListAssignmentsRequest { Filter = filter }, [.. met.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => a.Id)]);
            await HoldsAsync(service, new ListAssignmentsRequest { Filter = filter, Order = V1.AssignmentOrder.Due },
                [.. met.OrderBy(a => a.Due.ToDateTimeOffset()).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => a.Id)]);
        }
        Assert.True(filters.SkipLast(1).All(one => all.Any(one.Meets)), "A filter that nothing meets proves little.");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_of_many_members_and_campaigns_are_those_of_each_by_itself(string provider)
    {
        await using var service = await StartAsync(provider);
        string[] members = [.. Enumerable.Range(0, 5).Select(number => Somebody.Named($"nurse {number}").ToString()), Told.Id().ToString()];
        string[] campaigns = [_yearly.ToString(), _over.ToString(), Told.Id().ToString()];
        var filter = new V1.AssignmentFilter { DueBefore = "2090-12-31" };

        var lists = await service.Assignments().BatchListAssignmentsAsync(
            new BatchListAssignmentsRequest { MemberIds = { members }, CampaignIds = { campaigns }, Filter = filter, Order = V1.AssignmentOrder.Due, PageSize = 2, WithTotal = true },
            service.Call(Role.Integration));

        Assert.Equal(members.SkipLast(1).Concat(campaigns.SkipLast(1)).Order(StringComparer.Ordinal), lists.Lists.Select(list => list.Of).Order(StringComparer.Ordinal));
        foreach (var list in lists.Lists)
        {
            var alone = filter.Clone();
            if (members.Contains(list.Of))
                alone.MemberId = list.Of;
            else
                alone.CampaignId = list.Of;
            var page = await service.Assignments().ListAssignmentsAsync(
                new ListAssignmentsRequest { Filter = alone, Order = V1.AssignmentOrder.Due, PageSize = 2, WithTotal = true }, service.Call(Role.Hr));
            Assert.Equal((page.Assignments, page.Cursors, page.NextPageToken, page.Total), (list.Assignments, list.Cursors, list.NextPageToken, list.Total));
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Many_are_read_at_once_and_what_is_not_there_or_not_ones_own_is_left_out(string provider)
    {
        await using var service = await StartAsync(provider);
        var all = await AllAsync(service);
        string[] asked = [.. all.Select(a => a.Id), Told.Id().ToString()];
        var request = new BatchGetAssignmentsRequest { AssignmentIds = { asked } };

        var told = await service.Assignments().BatchGetAssignmentsAsync(request, service.Call(Role.Integration));
        Assert.Equal(all.OrderBy(a => a.Id), told.Assignments.OrderBy(a => a.Id));
        var nurse = Somebody.Named("nurse 3");
        var own = await service.Assignments().BatchGetAssignmentsAsync(request, service.Call(Role.Employee, nurse));
        Assert.Equal(all.Where(a => a.MemberId == nurse.ToString()).OrderBy(a => a.Id), own.Assignments.OrderBy(a => a.Id));
        Assert.Empty((await service.Assignments().BatchGetAssignmentsAsync(request, service.Call(Role.Employee))).Assignments);
        Assert.Empty((await service.Assignments().BatchGetAssignmentsAsync(request, service.Call(Role.Hr, organisation: Somebody.Clinic))).Assignments);

        var attempts = await service.Assignments().BatchListAttemptsAsync(new BatchListAttemptsRequest { AssignmentIds = { asked }, WithTotal = true }, service.Call(Role.Hr));
        Assert.Equal(all.Where(a => a.Items.Sum(item => item.Attempts) > 0).Select(a => a.Id).Order(StringComparer.Ordinal), attempts.Lists.Select(list => list.Of).Order(StringComparer.Ordinal));
        foreach (var list in attempts.Lists)
        {
            var counted = all.Single(a => a.Id == list.Of).Items.Sum(item => item.Attempts);
            Assert.Equal((counted, counted), (list.Attempts.Count, (int)list.Total));
        }
        var ofNurse = await service.Assignments().BatchListAttemptsAsync(new BatchListAttemptsRequest { AssignmentIds = { asked } }, service.Call(Role.Employee, nurse));
        Assert.All(ofNurse.Lists.SelectMany(list => list.Attempts), attempt => Assert.Equal(nurse.ToString(), attempt.MemberId));
        Assert.NotEmpty(ofNurse.Lists);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_are_the_same_but_for_the_items_when_items_are_left_out(string provider)
    {
        await using var service = await StartAsync(provider);
        var all = await AllAsync(service);
        var bare = all.Select(Bare).ToDictionary(a => a.Id);
        var nurse = Somebody.Named("nurse 3");
        var rpc = service.Assignments();

        var listed = await rpc.ListAssignmentsAsync(new ListAssignmentsRequest { PageSize = 500, WithoutItems = true }, service.Call(Role.Hr));
        var read = await rpc.BatchGetAssignmentsAsync(new BatchGetAssignmentsRequest { AssignmentIds = { bare.Keys }, WithoutItems = true }, service.Call(Role.Hr));
        var own = await rpc.ListMyAssignmentsAsync(new ListMyAssignmentsRequest { PageSize = 500, WithoutItems = true }, service.Call(Role.Employee, nurse));
        var ofMany = await rpc.BatchListAssignmentsAsync(
            new BatchListAssignmentsRequest { MemberIds = { all.Select(a => a.MemberId).Distinct() }, CampaignIds = { _yearly.ToString() }, PageSize = 100, WithoutItems = true },
            service.Call(Role.Hr));

        Assert.All(all, a => Assert.NotEmpty(a.Items));
        Assert.Equal(all.Select(Bare), listed.Assignments);
        Assert.Equal(bare.Values.OrderBy(a => a.Id), read.Assignments.OrderBy(a => a.Id));
        Assert.Equal(all.Where(a => a.MemberId == nurse.ToString()).Select(Bare).OrderBy(a => a.Id), own.Assignments.OrderBy(a => a.Id));
        Assert.Equal(all.Count + all.Count(a => a.SourceId == _yearly.ToString()), ofMany.Lists.Sum(list => list.Assignments.Count));
        Assert.All(ofMany.Lists.SelectMany(list => list.Assignments), a => Assert.Equal(bare[a.Id], a));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_of_many_campaigns_is_that_of_each(string provider)
    {
        await using var service = await StartAsync(provider);
        var told = await service.Assignments().BatchGetCampaignProgressAsync(
            new BatchGetCampaignProgressRequest { CampaignIds = { _yearly.ToString(), _over.ToString(), _cancelled.ToString(), _remedial.ToString(), Told.Id().ToString() } }, service.Call(Role.Hr));

        Assert.Equal(3, told.Progress.Count);
        foreach (var progress in told.Progress)
        {
            var alone = await service.ProgressAsync(Guid.Parse(progress.CampaignId));
            alone.At = progress.At;
            Assert.Equal(alone, progress);
        }
    }

    private async Task<ServiceUnderTest> StartAsync(string provider)
    {
        var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Enumerable.Range(0, 8).Select(Nurse)));
        await service.DeliverAsync(Told.Launched(_yearly, [_fax, _talk], dueOn: "2090-01-01"));
        await service.DeliverAsync(Told.Launched(_over, [_talk], dueOn: "2020-01-01"));
        await service.DeliverAsync(Told.Launched(_cancelled, [_talk], dueOn: "2090-03-01"));
        await service.DeliverAsync(Told.Remediation(_remedial, "nurse 2", _fax));
        await service.DeliverAsync(Told.Run("nurse 3", _talk, minute: 5, passed: false));
        await service.DeliverAsync(Told.Run("nurse 3", _talk, minute: 6));
        await service.DeliverAsync(Told.Run("nurse 4", _fax));
        await service.DeliverAsync(Told.Cancelled(_cancelled));
        await service.DeliverAsync(Told.Members(Told.Member("elsewhere")), Somebody.Clinic);
        await service.DeliverAsync(Told.Launched(Told.Id(), [_fax]), Somebody.Clinic);
        return service;
    }

    private static Workforce.V1.Member Nurse(int number)
    {
        var nurse = Told.Member($"nurse {number}", site: number % 2 == 1 ? "WEST" : "MAIN", role: number == 6 ? "CLERK" : "RN", zone: number % 2 == 1 ? "Pacific/Kiritimati" : "America/New_York");
        nurse.Department = number % 3 == 0 ? "Surgery" : "Medicine";
        nurse.ManagerId = number is > 0 and < 5 ? Somebody.Named("nurse 0").ToString() : "";
        return nurse;
    }

    private static V1.Assignment Bare(V1.Assignment assignment)
    {
        var bare = assignment.Clone();
        bare.Items.Clear();
        return bare;
    }

    private static async Task<List<V1.Assignment>> AllAsync(ServiceUnderTest service) =>
        [.. (await service.Assignments().ListAssignmentsAsync(new ListAssignmentsRequest { PageSize = 500 }, service.Call(Role.Hr))).Assignments];

    private static Task HoldsAsync(ServiceUnderTest service, ListAssignmentsRequest request, IReadOnlyList<string> expected) =>
        PageWalk.HoldsAsync(expected, async (token, backwards) =>
        {
            (request.PageSize, request.PageToken, request.Backwards, request.WithTotal) = (5, token, backwards, true);
            var page = await service.Assignments().ListAssignmentsAsync(request, service.Call(Role.Hr));
            Assert.Equal(expected.Count, page.Total);
            return new SeenPage([.. page.Assignments.Select(a => a.Id)], page.Cursors, page.NextPageToken);
        });
}
