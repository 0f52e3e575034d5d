using Grpc.Core;
using Training.Completions.V1;
using Training.Contracts;

namespace Training.Completions.Tests;

public sealed class ReadingTests
{
    private readonly Guid _campaign = Told.Id();
    private readonly Guid _fax = Told.Id(), _talk = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Own_assignments_come_page_by_page_what_is_owed_first_and_then_by_due_date(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse"), Told.Member("clerk")));
        foreach (var (due, scenario) in new[] { ("2090-02-01", _talk), ("2020-05-01", _fax), ("2090-01-01", _talk), ("2090-01-01", _talk), ("2090-03-01", _fax) })
            await service.DeliverAsync(Told.Launched(Told.Id(), [scenario], dueOn: due));
        await service.DeliverAsync(Told.Run("nurse", _fax));

        List<V1.Assignment> all = [];
        var request = new ListMyAssignmentsRequest { PageSize = 2 };
        do
        {
            var page = await service.Assignments().ListMyAssignmentsAsync(request, service.Call(Role.Employee, Somebody.Named("nurse")));
            Assert.InRange(page.Assignments.Count, 1, 2);
            all.AddRange(page.Assignments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");

        Assert.Equal(["2090-01-01", "2090-01-01", "2090-02-01", "2020-05-01", "2090-03-01"], all.Select(assignment => assignment.DueOn));
        Assert.Equal(5, all.Select(assignment => assignment.Id).Distinct().Count());
        Assert.All(all, assignment => Assert.Equal(Somebody.Named("nurse").ToString(), assignment.MemberId));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Assignments_are_listed_by_campaign_member_and_state_oldest_first(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var over = Told.Id();
        await service.DeliverAsync(Told.Members(Enumerable.Range(0, 7).Select(number => Told.Member($"nurse {number}"))));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Launched(over, [_talk], dueOn: "2020-01-01"));
        await service.DeliverAsync(Told.Run("nurse 3", _fax));
        await service.DeliverAsync(Told.Members(Told.Member("nurse 5", version: 2, status: Workforce.V1.MemberStatus.Left)));

        var all = await PagesAsync(service, new ListAssignmentsRequest { CampaignId = _campaign.ToString(), PageSize = 3 });
        Assert.Equal(7, all.Count);
        Assert.Equal(all.Select(a => a.Id).Order(StringComparer.Ordinal), all.Select(a => a.Id));
        Assert.Equal(5, await CountAsync(_campaign, V1.AssignmentState.Open));
        Assert.Equal(1, await CountAsync(_campaign, V1.AssignmentState.Completed));
        Assert.Equal(1, await CountAsync(_campaign, V1.AssignmentState.Closed));
        Assert.Equal(0, await CountAsync(_campaign, V1.AssignmentState.Overdue));
        Assert.Equal(6, await CountAsync(over, V1.AssignmentState.Overdue));
        Assert.Equal(0, await CountAsync(over, V1.AssignmentState.Open));
        var ofMember = await PagesAsync(service, new ListAssignmentsRequest { MemberId = Somebody.Named("nurse 3").ToString(), PageSize = 1 });
        Assert.Equal([_campaign.ToString(), over.ToString()], ofMember.Select(a => a.SourceId));
        Assert.Equal(over.ToString(), Assert.Single(await PagesAsync(service, new ListAssignmentsRequest
        {
            MemberId = Somebody.Named("nurse 3").ToString(), State = V1.AssignmentState.Overdue,
        })).SourceId);

        async Task<int> CountAsync(Guid campaign, V1.AssignmentState state) =>
            (await PagesAsync(service, new ListAssignmentsRequest { CampaignId = campaign.ToString(), State = state, PageSize = 2 })).Count;
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Transcript_tells_completions_and_attempts_newest_first_and_the_ledger_oldest_first(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var other = Told.Id();
        await service.DeliverAsync(Told.Members(Told.Member("nurse"), Told.Member("clerk")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        await service.DeliverAsync(Told.Launched(other, [_talk]));
        var unassigned = Told.Run("nurse", Told.Id(), minute: 30);
        var (fail, pass, talk) = (Told.Run("nurse", _fax, minute: 10, passed: false), Told.Run("nurse", _fax, minute: 20), Told.Run("nurse", _talk, minute: 20));
        foreach (var run in new[] { fail, unassigned, pass, Told.Run("clerk", _fax), talk })
            await service.DeliverAsync(run);

        var entries = await TranscriptAsync(service, service.Call(Role.Employee, Somebody.Named("nurse")), pageSize: 1);
        var ledger = await service.LedgerAsync();

        Assert.Equal(6, entries.Count);
        Assert.Equal(unassigned.RunId, entries[0].Attempt.RunId);
        // The two completions of one instant stand before the two runs that made them.
        Assert.Equal([_campaign.ToString(), other.ToString()], entries[1..3].Select(entry => entry.Completion.SourceId).Order(StringComparer.Ordinal));
        Assert.Equal(new[] { pass.RunId, talk.RunId }.Order(StringComparer.Ordinal), entries[3..5].Select(entry => entry.Attempt.RunId).Order(StringComparer.Ordinal));
        Assert.Equal((fail.RunId, false, fail.EvidenceHash), (entries[5].Attempt.RunId, entries[5].Attempt.Passed, entries[5].Attempt.EvidenceHash));
        Assert.Equal(["nurse", "clerk", "nurse"], ledger.Select(completion => completion.MemberId == Somebody.Named("nurse").ToString() ? "nurse" : "clerk"));
        var ofCampaign = await service.Record().ListCompletionsAsync(new ListCompletionsRequest { CampaignId = _campaign.ToString(), PageSize = 1 }, service.Call(Role.Auditor));
        var next = await service.Record().ListCompletionsAsync(
            new ListCompletionsRequest { CampaignId = _campaign.ToString(), PageSize = 1, PageToken = ofCampaign.NextPageToken }, service.Call(Role.Auditor));
        Assert.Equal(ledger.Take(2), ofCampaign.Completions.Concat(next.Completions));
        Assert.Equal("", next.NextPageToken);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Transcript_is_ones_own_unless_an_officer_hr_or_an_auditor_reads(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Run("nurse", _fax));
        var request = new ListTranscriptRequest { MemberId = Somebody.Named("nurse").ToString() };

        foreach (var role in new[] { Role.Hr, Role.PrivacyOfficer, Role.SecurityOfficer, Role.Auditor })
            Assert.Single((await service.Record().ListTranscriptAsync(request, service.Call(role, Somebody.Named("officer")))).Entries);
        Assert.Empty((await service.Record().ListTranscriptAsync(request, service.Call(Role.Hr, organisation: Somebody.Clinic))).Entries);
        await service.Record().ListTranscriptAsync(request, service.Call(Role.Employee, Somebody.Named("clerk")))
            .IsRefusedAsync(StatusCode.PermissionDenied, "TRANSCRIPT_OF_SOMEBODY_ELSE");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Unusable_requests_are_refused_with_the_reason(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var (assignments, hr) = (service.Assignments(), service.Call(Role.Hr));

        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { Order = (V1.AssignmentOrder)9 }, hr).IsRefusedAsync(StatusCode.InvalidArgument, "ASSIGNMENT_ORDER_UNKNOWN");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { Filter = new() { DueBefore = "tomorrow" } }, hr).IsRefusedAsync(StatusCode.InvalidArgument, "DATE_NOT_READABLE");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { ChangedSince = "yesterday" }, hr).IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { ChangedSince = "", Backwards = true }, hr).IsRefusedAsync(StatusCode.InvalidArgument, "SYNCHRONISES_FORWARDS");
        await assignments.BatchGetAssignmentsAsync(new BatchGetAssignmentsRequest { AssignmentIds = { Enumerable.Range(0, 501).Select(_ => Told.Id().ToString()) } }, hr)
            .IsRefusedAsync(StatusCode.ResourceExhausted, "TOO_MANY_AT_ONCE");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { CampaignId = "yearly" }, hr).IsRefusedAsync(StatusCode.InvalidArgument, "ID_NOT_READABLE");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { CampaignId = _campaign.ToString(), State = (V1.AssignmentState)9 }, hr)
            .IsRefusedAsync(StatusCode.InvalidArgument, "ASSIGNMENT_STATE_UNKNOWN");
        await assignments.ListAssignmentsAsync(new ListAssignmentsRequest { CampaignId = _campaign.ToString(), PageSize = 501 }, hr)
            .IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOO_LARGE");
        foreach (var token in new[] { "x", new string('0', 48), $"0{new string('f', 16)}{Guid.Empty:N}", $"-{new string('0', 16)}{Guid.Empty:N}", $"0{new string('0', 16)}{Guid.Empty:D}" })
        {
            await assignments.ListMyAssignmentsAsync(new ListMyAssignmentsRequest { PageToken = token }, service.Call(Role.Employee, Somebody.Named("nurse")))
                .IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
        }
        await assignments.ListMyAssignmentsAsync(new ListMyAssignmentsRequest(), service.Call(Role.Employee))
            .IsRefusedAsync(StatusCode.PermissionDenied, "NO_MEMBER_BEHIND_TOKEN");
    }

    [Fact]
    public void Position_survives_its_token()
    {
        var position = new Position(1, new DateTimeOffset(2028, 2, 29, 1, 2, 3, TimeSpan.Zero).AddTicks(40), Guid.CreateVersion7());

        Assert.Equal(position, Position.From(position.ToString()));
        Assert.Null(Position.From(""));
    }

    private static async Task<IReadOnlyList<V1.Assignment>> PagesAsync(ServiceUnderTest service, ListAssignmentsRequest request)
    {
        List<V1.Assignment> all = [];
        do
        {
            var page = await service.Assignments().ListAssignmentsAsync(request, service.Call(Role.SecurityOfficer));
            all.AddRange(page.Assignments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");
        return all;
    }

    private static async Task<List<V1.TranscriptEntry>> TranscriptAsync(ServiceUnderTest service, Metadata call, int pageSize)
    {
        List<V1.TranscriptEntry> all = [];
        var request = new ListTranscriptRequest { MemberId = Somebody.Named("nurse").ToString(), PageSize = pageSize };
        do
        {
            var page = await service.Record().ListTranscriptAsync(request, call);
            Assert.InRange(page.Entries.Count, 1, pageSize);
            all.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");
        return all;
    }
}
