using Grpc.Core;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

/// <summary>What an HR system asks of the roster: narrowed down, ordered, counted, many at once, and what changed since it last asked.</summary>
public sealed class MemberListTests
{
    private static readonly string[] Families = ["Adams", "Baker", "Cole", "Davis"], Givens = ["Ada", "Bea", "Cy"];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_and_order_lists_exactly_who_meets_it_whichever_way_one_pages(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await WithPeopleAsync(service);
        var all = await hospital.MembersAsync();
        var manager = (await hospital.MemberAsync("1001")).Id;

        (V1.MemberFilter Filter, Func<V1.Member, bool> Meets)[] filters =
        [
            (new(), _ => true),
            (new() { Status = V1.MemberStatus.Active }, m => m.Status == V1.MemberStatus.Active),
            (new() { Status = V1.MemberStatus.Left }, m => m.Status == V1.MemberStatus.Left),
            (new() { Site = "WEST" }, m => m.Site == "WEST"),
            (new() { Department = "Surgery" }, m => m.Department == "Surgery"),
            (new() { ManagerId = manager }, m => m.ManagerId == manager),
            (new() { JobRole = "CLERK" }, m => m.JobRole == "CLERK"),
            (new() { Constituency = V1.Constituency.Student }, m => m.Constituency == V1.Constituency.Student),
            (new() { PhiExposure = V1.PhiExposure.Low }, m => m.PhiExposure == V1.PhiExposure.Low),
            (new() { EphiAccess = false }, m => !m.EphiAccess),
            (new() { EphiAccess = true, Site = "WEST", Status = V1.MemberStatus.Active }, m => m is { EphiAccess: true, Site: "WEST", Status: V1.MemberStatus.Active }),
            (new() { Site = "EAST" }, _ => false),
        ];
        foreach (var (filter, meets) in filters)
        {
            var met = all.Where(meets).ToList();
            await HoldsAsync(hospital, filter, V1.MemberOrder.Unspecified, met.OrderBy(m => m.Id, StringComparer.Ordinal));
            await HoldsAsync(hospital, filter, V1.MemberOrder.EmployeeNumber, met.OrderBy(m => m.EmployeeNumber, StringComparer.Ordinal));
            await HoldsAsync(hospital, filter, V1.MemberOrder.Name,
                met.OrderBy(m => m.FamilyName, StringComparer.Ordinal).ThenBy(m => m.GivenName, StringComparer.Ordinal).ThenBy(m => m.Id, StringComparer.Ordinal));
        }
        Assert.True(filters.SkipLast(1).All(one => all.Any(one.Meets) && (one.Filter.Equals(new V1.MemberFilter()) || !all.All(one.Meets))), "A filter that all or nobody meets proves little.");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reports_sites_and_departments_are_listed_many_at_once_as_each_by_itself(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await WithPeopleAsync(service);
        string[] managers = [(await hospital.MemberAsync("1001")).Id, (await hospital.MemberAsync("1002")).Id, (await hospital.MemberAsync("1003")).Id];

        var lists = await hospital.Roster.BatchListMembersAsync(
            new BatchListMembersRequest
            {
                ManagerIds = { managers }, Sites = { "NORTH", "WEST", "EAST" }, Departments = { "Surgery", "Nowhere" }, PageSize = 3, WithTotal = true, Order = V1.MemberOrder.Name,
                Filter = new() { Status = V1.MemberStatus.Active },
            },
            hospital.As(Role.Integration));

        Assert.Equal([(MembersBy.Manager, 2), (MembersBy.Site, 2), (MembersBy.Department, 1)], lists.Lists.GroupBy(list => list.By).Select(by => (by.Key, by.Count())));
        foreach (var list in lists.Lists)
        {
            var filter = new V1.MemberFilter { Status = V1.MemberStatus.Active };
            if (list.By == MembersBy.Manager)
                filter.ManagerId = list.Of;
            else if (list.By == MembersBy.Site)
                filter.Site = list.Of;
            else
                filter.Department = list.Of;
            var alone = await hospital.Roster.ListMembersAsync(new ListMembersRequest { Filter = filter, PageSize = 3, WithTotal = true, Order = V1.MemberOrder.Name }, hospital.As(Role.Hr));
            Assert.Equal((alone.Members, alone.Cursors, alone.NextPageToken, alone.Total), (list.Members, list.Cursors, list.NextPageToken, list.Total));
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Many_are_read_at_once_and_who_is_not_there_is_left_out(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await WithPeopleAsync(service);
        var clinic = await Hospital.RegisterAsync(service, Somebody.Clinic);
        var all = await hospital.MembersAsync();
        var request = new BatchGetMembersRequest { MemberIds = { all.Take(5).Select(m => m.Id).Append(Guid.CreateVersion7().ToString()) }, EmployeeNumbers = { "1001", all[^1].EmployeeNumber, "none" } };

        var told = await hospital.Roster.BatchGetMembersAsync(request, hospital.As(Role.Integration));
        Assert.Equal(all.Where((m, place) => place < 5 || m.EmployeeNumber == "1001" || place == all.Count - 1).OrderBy(m => m.Id), told.Members.OrderBy(m => m.Id));
        Assert.Empty((await hospital.Roster.BatchGetMembersAsync(request, clinic.As(Role.Integration))).Members);
        await hospital.Roster.BatchGetMembersAsync(new BatchGetMembersRequest { MemberIds = { Enumerable.Range(0, 501).Select(_ => Guid.CreateVersion7().ToString()) } }, hospital.As(Role.Hr))
            .IsRefusedAsync(StatusCode.ResourceExhausted, "TOO_MANY_AT_ONCE");

        var histories = await hospital.Roster.BatchListMemberHistoryAsync(new BatchListMemberHistoryRequest { MemberIds = { all.Select(m => m.Id) }, PageSize = 5 }, hospital.As(Role.Hr));
        Assert.Equal(all.Count, histories.Lists.Count);
        var leaver = all.First(m => m.Status == V1.MemberStatus.Left);
        Assert.Equal(await hospital.HistoryAsync(leaver.EmployeeNumber), histories.Lists.Single(list => list.Of == leaver.Id).Entries);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Imports_and_their_rejects_are_read_many_at_once(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var (bad, good) = (await hospital.ImportAsync([.. Line.Many(3), new Line("2001") { Site = "EAST" }, new Line("2002") { JobRole = "PILOT" }]), await hospital.ImportAsync(Line.Many(3)));

        var imports = await hospital.Roster.BatchGetRosterImportsAsync(new BatchGetRosterImportsRequest { ImportIds = { bad.Id, good.Id, Guid.CreateVersion7().ToString() } }, hospital.As(Role.Hr));
        Assert.Equal(new[] { bad, good }.OrderBy(import => import.Id), imports.Imports.OrderBy(import => import.Id));
        var rejects = Assert.Single((await hospital.Roster.BatchListRosterRejectsAsync(
            new BatchListRosterRejectsRequest { ImportIds = { bad.Id, good.Id }, WithTotal = true }, hospital.As(Role.Hr))).Lists);
        Assert.Equal((bad.Id, 2), (rejects.Of, rejects.Total));
        Assert.Equal(await hospital.RejectsAsync(bad), rejects.Rejects);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sites_and_departments_are_listed_with_who_works_there_now(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await WithPeopleAsync(service);
        var present = (await hospital.MembersAsync()).Where(m => m.Status != V1.MemberStatus.Left).ToList();
        var expected = present.GroupBy(m => m.Department).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}: {group.Count()}").ToList();

        await PageWalk.HoldsAsync(expected, async (token, backwards) =>
        {
            var page = await hospital.Roster.ListDepartmentsAsync(new ListDepartmentsRequest { PageSize = 2, PageToken = token, Backwards = backwards, WithTotal = true }, hospital.As(Role.Hr));
            Assert.Equal(expected.Count, page.Total);
            return new SeenPage([.. page.Departments.Select(d => $"{d.Name}: {d.Members}")], page.Cursors, page.NextPageToken);
        });
        await PageWalk.HoldsAsync(["NORTH", "WEST"], async (token, backwards) =>
        {
            var page = await hospital.Organisations.ListSitesAsync(new ListSitesRequest { PageSize = 1, PageToken = token, Backwards = backwards }, hospital.As(Role.Employee));
            return new SeenPage([.. page.Sites.Select(site => site.Code)], page.Cursors, page.NextPageToken);
        });
        Assert.Equal("West Hospital", Assert.Single((await hospital.Organisations.BatchGetSitesAsync(new BatchGetSitesRequest { Codes = { "WEST", "EAST" } }, hospital.As(Role.Employee))).Sites).Name);
        Assert.Equal("Surgery", Assert.Single((await hospital.Roster.BatchGetDepartmentsAsync(new BatchGetDepartmentsRequest { Names = { "Surgery", "Nowhere" } }, hospital.As(Role.Hr))).Departments).Name);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Changed_since_tells_each_change_once_and_nothing_after_a_file_that_changes_nobody(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var until = "";
        await hospital.ImportAsync(Line.Many(9));
        Assert.Equal(Enumerable.Range(1001, 9).Select(number => $"{number}"), await FollowAsync());
        await hospital.ImportAsync(Line.Many(9), Hospital.Day2);
        Assert.Empty(await FollowAsync());
        await hospital.ImportAsync([.. Line.Many(8).Skip(1), new Line("1001") { Department = "Surgery" }, new Line("3001")], Hospital.Day3, confirmedLeavers: 1);
        Assert.Equal(["1001", "1009", "3001"], await FollowAsync());
        Assert.Empty(await FollowAsync());
        Assert.Empty((await hospital.Roster.ListMembersAsync(new ListMembersRequest { ChangedSince = "" }, service.Call(Role.Integration, organisation: Somebody.Clinic))).Members);

        async Task<IReadOnlyList<string>> FollowAsync()
        {
            List<string> told = [];
            for (var more = true; more;)
            {
                var page = await hospital.Roster.ListMembersAsync(new ListMembersRequest { ChangedSince = until, PageSize = 4 }, hospital.As(Role.Integration));
                told.AddRange(page.Members.Select(m => m.EmployeeNumber));
                (until, more) = (page.ChangedUntil, page.NextPageToken != "");
            }
            return [.. told.Order(StringComparer.Ordinal)];
        }
    }

    private static async Task<Hospital> WithPeopleAsync(ServiceUnderTest service)
    {
        var hospital = await Hospital.RegisterAsync(service);
        var lines = Enumerable.Range(1001, 22).Select(number => new Line($"{number}")
        {
            Family = Families[number % 4],
            Given = Givens[number % 3],
            Site = number % 3 == 0 ? "WEST" : "NORTH",
            Department = number % 5 == 0 ? "Surgery" : number % 5 == 1 ? "Imaging" : "Medicine",
            JobRole = number % 4 == 0 ? "CLERK" : "RN",
            Manager = number is > 1002 and < 1009 ? "1001" : number is 1010 or 1011 ? "1002" : "",
            Constituency = number % 7 == 0 ? "student" : "employee",
            Exposure = number % 2 == 0 ? "low" : "high",
            Ephi = number % 6 == 0 ? "no" : "yes",
        }).ToList();
        await hospital.ImportAsync(lines);
        await hospital.ImportAsync(lines.SkipLast(2), Hospital.Day2);
        return hospital;
    }

    private static Task HoldsAsync(Hospital hospital, V1.MemberFilter filter, V1.MemberOrder order, IEnumerable<V1.Member> expected)
    {
        var numbers = expected.Select(m => m.EmployeeNumber).ToList();
        return PageWalk.HoldsAsync(numbers, async (token, backwards) =>
        {
            var page = await hospital.Roster.ListMembersAsync(
                new ListMembersRequest { Filter = filter, Order = order, PageSize = 6, PageToken = token, Backwards = backwards, WithTotal = true }, hospital.As(Role.Auditor));
            Assert.Equal(numbers.Count, page.Total);
            return new SeenPage([.. page.Members.Select(m => m.EmployeeNumber)], page.Cursors, page.NextPageToken);
        });
    }
}
