using Google.Protobuf.WellKnownTypes;
using Training.Contracts;
using Training.Hosting;
using Training.Operations.V1;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

/// <summary>What the gateway asks of cases: narrowed down, counted, many at once, and what changed; and that looking leaves its trace.</summary>
public sealed class CaseListTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_lists_what_meets_it_newest_first_whichever_way_one_pages(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        V1.Case first = await hospital.HandOff(Hospital.Incident("INC-1"));
        V1.Case nurses = await hospital.HandOff(Hospital.Incident("INC-2", subject: People.Nurse));
        V1.Case other = await hospital.HandOff(Hospital.Incident("INC-3", code: "S03"));
        V1.Case signed = await hospital.SignedAsync(Hospital.Incident("INC-4"));

        (V1.CaseFilter Filter, V1.Case[] Expected)[] filters =
        [
            (new(), [signed, other, nurses, first]),
            (new() { State = V1.CaseState.Open }, [other, nurses, first]),
            (new() { State = V1.CaseState.Signed }, [signed]),
            (new() { State = V1.CaseState.Closed }, []),
            (new() { ViolationCode = "S03" }, [other]),
            (new() { MemberId = People.Nurse.ToString() }, [nurses]),
            (new() { MemberId = People.Clerk.ToString(), State = V1.CaseState.Open }, [other, first]),
            (new() { OpenedFrom = nurses.Opened }, [signed, other, nurses]),
            (new() { OpenedBefore = nurses.Opened }, [first]),
            (new() { OpenedFrom = Hospital.Now.AddDays(1).ToTimestamp() }, []),
        ];
        foreach (var (filter, expected) in filters)
        {
            await PageWalk.HoldsAsync([.. expected.Select(file => file.Id)], async (token, backwards) =>
            {
                var page = await hospital.Cases.ListCasesAsync(
                    new ListCasesRequest { Filter = filter, PageSize = 2, PageToken = token, Backwards = backwards, WithTotal = true }, hospital.As(Role.Auditor, People.Auditor));
                Assert.Equal(expected.Length, page.Total);
                return new SeenPage([.. page.Cases.Select(file => file.Id)], page.Cursors, page.NextPageToken);
            });
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Cases_and_what_explains_them_are_read_many_at_once_and_each_look_is_recorded(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-100), "F1:P01"));
        await hospital.Service.DeliverAsync(Teaching.Published("devices", 1, Hospital.Now.AddDays(-90), "R3:S03"));
        await hospital.Service.DeliverAsync(Teaching.Run(People.Clerk, "faxing", 1, Hospital.Now.AddDays(-40), passed: true, "F1:best"));
        await hospital.Service.DeliverAsync(Teaching.Run(People.Nurse, "faxing", 1, Hospital.Now.AddDays(-30), passed: false, "F1:violation"));
        await hospital.Service.DeliverAsync(Teaching.Run(People.Nurse, "devices", 1, Hospital.Now.AddDays(-20), passed: true, "R3:risky"));
        V1.Case clerks = await hospital.HandOff(Hospital.Incident("INC-1")), nurses = await hospital.HandOff(Hospital.Incident("INC-2", subject: People.Nurse)),
            other = await hospital.HandOff(Hospital.Incident("INC-3", code: "S03", subject: People.Nurse));
        string[] ids = [clerks.Id, nurses.Id, other.Id, Guid.CreateVersion7().ToString()];

        var told = await hospital.Cases.BatchGetCasesAsync(new BatchGetCasesRequest { CaseIds = { ids } }, hospital.As(Role.Reviewer, People.Reviewer));
        Assert.Equal(new[] { clerks, nurses, other }.OrderBy(file => file.Id), told.Cases.OrderBy(file => file.Id));
        var explained = await hospital.Cases.BatchExplainTrainingAsync(new BatchExplainTrainingRequest { CaseIds = { ids } }, hospital.As(Role.Reviewer, People.Reviewer));
        Assert.Equal(3, explained.Findings.Count);
        foreach (var finding in explained.Findings)
            Assert.Equal(await hospital.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = finding.CaseId }, hospital.As(Role.Auditor, People.Auditor)), finding);
        Assert.Equal(
            [V1.TrainingVerdict.TrainedBefore, V1.TrainingVerdict.NotPassed, V1.TrainingVerdict.TrainedBefore],
            new[] { clerks, nurses, other }.Select(file => explained.Findings.Single(finding => finding.CaseId == file.Id).Verdict));

        var lists = await hospital.Cases.BatchListCasesAsync(
            new BatchListCasesRequest { MemberIds = { People.Clerk.ToString(), People.Nurse.ToString(), People.Hr.ToString() }, PageSize = 1, WithTotal = true }, hospital.As(Role.Hr, People.Hr));
        Assert.Equal(
            [(People.Nurse.ToString(), other.Id, 2L), (People.Clerk.ToString(), clerks.Id, 1L)],
            lists.Lists.Select(list => (list.Of, list.Cases.Single().Id, list.Total)).OrderByDescending(list => list.Total));

        Assert.Equal(["read", "training read"], await LooksAsync($"Case/{nurses.Id}", People.Reviewer));
        Assert.Equal(["cases listed"], await LooksAsync($"Member/{People.Clerk}", People.Hr));
        var elsewhere = hospital.Service.Call(Role.Reviewer, People.Reviewer, Somebody.Clinic);
        Assert.Empty((await hospital.Cases.BatchGetCasesAsync(new BatchGetCasesRequest { CaseIds = { ids } }, elsewhere)).Cases);
        Assert.Empty((await hospital.Cases.BatchExplainTrainingAsync(new BatchExplainTrainingRequest { CaseIds = { ids } }, elsewhere)).Findings);

        async Task<IReadOnlyList<string>> LooksAsync(string subject, MemberId by) =>
        [
            .. (await new Operations.V1.Operations.OperationsClient(hospital.Service.Channel).ListAuditAsync(new ListAuditRequest { Subject = subject, PageSize = 100 }, hospital.As(Role.Auditor, People.Auditor)))
                .Entries.Where(entry => entry.Member == by.ToString()).Select(entry => entry.Why),
        ];
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Changed_since_tells_each_case_that_took_a_step(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var until = "";
        V1.Case first = await hospital.HandOff(Hospital.Incident("INC-1")), second = await hospital.HandOff(Hospital.Incident("INC-2"));
        Assert.Equal([first.Id, second.Id], await FollowAsync());
        await hospital.DecidePhi(first);
        Assert.Equal([first.Id], await FollowAsync());
        await hospital.Get(second.Id);
        Assert.Empty(await FollowAsync());

        async Task<IReadOnlyList<string>> FollowAsync()
        {
            var page = await hospital.Cases.ListCasesAsync(new ListCasesRequest { ChangedSince = until }, hospital.As(Role.Hr, People.Hr));
            until = page.ChangedUntil;
            return [.. page.Cases.Select(file => file.Id)];
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Policies_are_read_many_at_once(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await hospital.Policies.PublishPolicyAsync(
            new PublishPolicyRequest { Document = Hospital.Document + "\n# the same, written anew\n" }, hospital.Service.Call(Role.PrivacyOfficer, People.Privacy));

        var told = await hospital.Policies.BatchGetPoliciesAsync(new BatchGetPoliciesRequest { Versions = { 0, 1, 1, 3 } }, hospital.As(Role.Employee, People.Clerk));
        Assert.Equal([(0, 2), (1, 1)], told.Policies.Select(one => (one.Asked, one.Policy.Version)).Order());
        Assert.Empty((await hospital.Policies.BatchGetPoliciesAsync(new BatchGetPoliciesRequest { Versions = { 0, 1 } }, hospital.Service.Call(Role.Employee, People.Clerk, Somebody.Clinic))).Policies);
    }
}
