using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.Sanctions.Tests;

public sealed class ProjectionTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Members_end_as_their_newest_version_says_in_whatever_order_it_is_told(string provider)
    {
        await using var hospital = await Hospital.StartEmptyAsync(provider);
        var versions = Enumerable.Range(1, 6).Select(version => People.Member(People.Clerk, version % 2 == 0 ? People.Supervisor : null, version, version == 6 ? MemberStatus.Left : MemberStatus.Active));
        // One event holds two versions of a member as well.
        foreach (var batch in versions.OrderBy(member => member.Version * 5 % 7).Chunk(2))
            await hospital.Service.DeliverAsync(new MembersChanged { Members = { batch } });
        await hospital.Service.DeliverAsync(new MembersChanged());

        var clerk = await ReadAsync(hospital, db => db.People.SingleAsync());
        Assert.Equal((6L, People.Supervisor, true, Constituency.Employee), (clerk.Version, clerk.LineManager, clerk.HasLeft, clerk.Constituency));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Five_hundred_members_are_known_after_one_event(string provider)
    {
        await using var hospital = await Hospital.StartEmptyAsync(provider);
        await hospital.Service.DeliverAsync(new MembersChanged { Members = { Enumerable.Range(0, 500).Select(n => People.Member(Somebody.Named($"member {n}"), n % 3 == 0 ? null : People.Supervisor)) } });
        Assert.Equal((500, 167), await ReadAsync(hospital, async db => (await db.People.CountAsync(), await db.People.CountAsync(person => person.LineManager == null))));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_older_officer_register_that_comes_late_changes_nothing(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.PreparedAsync();
        await hospital.Service.DeliverAsync(new OfficerRegisterChanged { Version = 3, Designations = { People.Designation(Workforce.V1.Office.Security, People.Nurse) } });
        await hospital.Service.DeliverAsync(People.Officers(version: 2));
        await hospital.Propose(file).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        var register = await ReadAsync(hospital, db => db.OfficerRegisters.SingleAsync());
        Assert.Equal((3L, People.Nurse), (register.Version, Assert.Single(register.Designations).Member));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Scenarios_and_runs_told_twice_are_known_once(string provider)
    {
        await using var hospital = await Hospital.StartEmptyAsync(provider);
        IMessage[] told =
        [
            Teaching.Run(People.Clerk, "faxing", 1, Hospital.Now, true, "F1:best", "F2:risky"), Teaching.Published("faxing", 2, Hospital.Now, "F1:P01,P08", "F2"),
            Teaching.Published("faxing", 1, Hospital.Now, "F1:P01"),
        ];
        foreach (var happened in told.Concat(told))
            await hospital.Service.DeliverAsync(happened);

        var counts = await ReadAsync(hospital, async db =>
            (await db.Scenarios.CountAsync(), await db.TaughtDecisions.CountAsync(), await db.Runs.CountAsync(), await db.Choices.CountAsync()));
        Assert.Equal((2, 4, 1, 2), counts);
    }

    private static async Task<T> ReadAsync<T>(Hospital hospital, Func<SanctionsDb, Task<T>> read)
    {
        await using var scope = hospital.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(Somebody.Hospital, null, "test", new HashSet<Role>()), "test");
        return await read(scope.ServiceProvider.GetRequiredService<SanctionsDb>());
    }
}
