using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Training.Completions.V1;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

public sealed class RunTests
{
    private readonly Guid _campaign = Told.Id();
    private readonly Guid _fax = Told.Id(), _talk = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Passing_everything_completes_the_assignment_with_version_time_and_evidence(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax, _talk]));
        var (failed, talk, fax) = (Told.Run("nurse", _fax, minute: 5, passed: false), Told.Run("nurse", _talk, minute: 10), Told.Run("nurse", _fax, minute: 20));

        await service.DeliverAsync(failed);
        await service.DeliverAsync(fax);
        var half = await service.TheOneOfAsync("nurse");
        var started = await service.ProgressAsync(_campaign);
        await service.DeliverAsync(talk);
        await service.DeliverAsync(Told.Run("nurse", _fax, minute: 30));

        Assert.Equal((V1.AssignmentState.Open, 2, 0), (half.State, half.Items[0].Attempts, half.Items[1].Attempts));
        Assert.Equal((1, 1, 0), (started.Assigned, started.Started, started.Completed));
        var completion = Assert.Single(await service.LedgerAsync());
        // In the order in which they were finished, whatever the order in which they became known.
        Assert.Equal([talk.RunId, fax.RunId], completion.Passed.Select(pass => pass.RunId));
        Assert.Equal((2, "The referral fax"), (completion.Passed[0].ScenarioVersion, completion.Passed[0].ScenarioTitle));
        Assert.Equal(SHA256.HashData([.. talk.EvidenceHash, .. fax.EvidenceHash]), completion.EvidenceHash);
        Assert.Equal((fax.Finished, _campaign.ToString(), 3), (completion.Completed, completion.SourceId, completion.CurriculumVersion));
        var done = await service.TheOneOfAsync("nurse");
        Assert.Equal((V1.AssignmentState.Completed, fax.Finished, completion.AssignmentId), (done.State, done.Completed, done.Id));
        Assert.Equal((fax.RunId, 2), (done.Items[0].PassedRunId, done.Items[0].PassedVersion));
        Assert.Equal(1, (await service.ProgressAsync(_campaign)).Completed);
        Assert.Equal(completion, Assert.Single(await service.PublishedAsync<AssignmentCompleted>()).Completion);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Run_counts_once_when_it_is_told_twice(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax, _talk]));
        var fax = Told.Run("nurse", _fax);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.DeliverAsync(fax, id: "the same")));
        await service.DeliverAsync(fax, id: "another");

        Assert.Equal(1, (await service.TheOneOfAsync("nurse")).Items[0].Attempts);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Run_counts_for_what_is_assigned_later_when_it_ended_after_the_launch_and_not_before(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Run("early bird", _fax, minute: 0));
        await service.DeliverAsync(Told.Run("joins later", _fax, minute: 30));
        await service.DeliverAsync(Told.Run("too early", _fax, minute: -0.001));
        await service.DeliverAsync(Told.Members(Told.Member("early bird"), Told.Member("too early")));

        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Members(Told.Member("joins later")));

        Assert.Equal(V1.AssignmentState.Completed, (await service.TheOneOfAsync("early bird")).State);
        Assert.Equal(V1.AssignmentState.Completed, (await service.TheOneOfAsync("joins later")).State);
        var tooEarly = await service.TheOneOfAsync("too early");
        Assert.Equal((V1.AssignmentState.Open, 0), (tooEarly.State, tooEarly.Items[0].Attempts));
        Assert.Equal((3, 2, 2), await CountsAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Run_that_ended_in_the_instant_of_the_launch_counts_when_instants_are_finer_than_what_is_stored(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var fine = Told.Launch.AddTicks(7);
        var run = Told.Run("nurse", _fax);
        run.Finished = fine.ToTimestamp();
        await service.DeliverAsync(run);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));

        await service.DeliverAsync(Told.Launched(_campaign, [_fax], at: fine));

        Assert.Equal(V1.AssignmentState.Completed, (await service.TheOneOfAsync("nurse")).State);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Run_credits_every_assignment_that_asks_for_its_scenario(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Launched(Told.Id(), [_fax, _talk]));
        await service.DeliverAsync(Told.Remediation(Told.Id(), "nurse", _fax));

        await service.DeliverAsync(Told.Run("nurse", _fax));

        var own = await service.OwnAsync("nurse");
        Assert.Equal(2, own.Count(assignment => assignment.State == V1.AssignmentState.Completed));
        Assert.All(own, assignment => Assert.NotNull(assignment.Items.Single(item => item.ScenarioId == _fax.ToString()).Passed));
        Assert.Equal(2, (await service.PublishedAsync<AssignmentCompleted>(atLeast: 2)).Count);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pass_from_before_the_cancellation_or_the_leaving_is_kept_when_it_is_heard_of_afterwards(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var other = Told.Id();
        await service.DeliverAsync(Told.Members(Told.Member("nurse"), Told.Member("leaver")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Launched(other, [_fax]));

        await service.DeliverAsync(Told.Cancelled(_campaign, Told.Launch.AddMinutes(40)));
        await service.DeliverAsync(Told.Members(Told.Member("leaver", version: 2, status: MemberStatus.Left)));
        await service.DeliverAsync(Told.Run("nurse", _fax, minute: 40));
        await service.DeliverAsync(Told.Run("leaver", _fax, minute: 40.1));

        Assert.All(await service.OwnAsync("nurse"), assignment => Assert.Equal(V1.AssignmentState.Completed, assignment.State));
        Assert.Equal(
            [(_campaign.ToString(), V1.AssignmentState.Closed), (other.ToString(), V1.AssignmentState.Completed)],
            (await service.OwnAsync("leaver")).Select(a => (a.SourceId, a.State)).OrderBy(one => one.State == V1.AssignmentState.Completed));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Remediation_is_assigned_when_its_member_becomes_known_and_completed_by_a_pass(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var remediation = Told.Id();
        await service.DeliverAsync(Told.Remediation(remediation, "clerk", _fax, dueOn: "2020-01-01"), id: "1");
        await service.DeliverAsync(Told.Remediation(remediation, "clerk", _fax, dueOn: "2020-01-01"), id: "2");

        await service.DeliverAsync(Told.Members(Told.Member("clerk", exposure: PhiExposure.None), Told.Member("nurse")));
        var owed = await service.TheOneOfAsync("clerk");
        await service.DeliverAsync(Told.Run("clerk", _fax));

        Assert.Equal(
            (AssignmentSource.Remediation, remediation.ToString(), "The fax, again", "", V1.AssignmentState.Overdue),
            (owed.Source, owed.SourceId, owed.Title, owed.CurriculumId, owed.State));
        Assert.Empty(await service.OwnAsync("nurse"));
        var completion = Assert.Single(await service.PublishedAsync<AssignmentCompleted>()).Completion;
        Assert.Equal((AssignmentSource.Remediation, remediation.ToString()), (completion.Source, completion.SourceId));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Remediation_waits_for_who_left_and_is_owed_again_on_coming_back(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("clerk")));
        await service.DeliverAsync(Told.Remediation(Told.Id(), "clerk", _fax, dueOn: "2020-01-01"));

        await service.DeliverAsync(Told.Members(Told.Member("clerk", version: 2, status: MemberStatus.Left)));
        var away = await service.TheOneOfAsync("clerk");
        await service.DeliverAsync(Told.Members(Told.Member("clerk", version: 3)));

        Assert.Equal(V1.AssignmentState.Closed, away.State);
        Assert.Equal(V1.AssignmentState.Overdue, (await service.TheOneOfAsync("clerk")).State);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task What_happens_at_once_comes_to_the_same_as_one_after_the_other(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var names = Enumerable.Range(0, 40).Select(number => $"nurse {number}").ToArray();

        await Task.WhenAll(
            [
                service.DeliverAsync(Told.Launched(_campaign, [_fax, _talk])),
                .. names.Select(name => service.DeliverAsync(Told.Members(Told.Member(name)))),
                .. names.Select(name => service.DeliverAsync(Told.Run(name, _fax))),
                .. names.Select(name => service.DeliverAsync(Told.Run(name, _talk))),
            ]);

        Assert.Equal((40, 40, 40), await CountsAsync(service));
        Assert.Equal(40, (await service.LedgerAsync()).Select(completion => completion.MemberId).Distinct().Count());
    }

    private async Task<(long Assigned, long Started, long Completed)> CountsAsync(ServiceUnderTest service)
    {
        var progress = await service.ProgressAsync(_campaign);
        return (progress.Assigned, progress.Started, progress.Completed);
    }
}
