using Google.Protobuf;
using Grpc.Core;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Operations.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests;

/// <summary>Everything that the services' lists tell of both organisations, in an order that does not depend on who was faster.</summary>
internal sealed class Export
{
    private readonly List<string> _lines = [];
    private readonly Anonymous _anonymous = new();
    private readonly Callers _callers;

    private Export(Callers callers) => _callers = callers;

    private Clients Services => _callers.Services;

    public static async Task<IReadOnlyList<string>> ReadAsync(IInstallation installation)
    {
        using var callers = new Callers(installation);
        var export = new Export(callers);
        await export.EverythingIsDeliveredAsync();
        foreach (var organisation in new[] { Callers.Hospital, Callers.Clinic })
            await export.ReadAsync(organisation);
        return export._lines;
    }

    // The story ends with the audit chains; the last events may still be on their way.
    private Task EverythingIsDeliveredAsync() => Eventually.IsTrueAsync(
        async () =>
        {
            foreach (var organisation in new[] { Callers.Hospital, Callers.Clinic })
            {
                foreach (var (_, operations) in Services.Audits)
                {
                    if ((await operations.ListOutboxAsync(new ListOutboxRequest(), _callers.As(Role.Operator, organisation: organisation))).Entries.Count > 0)
                        return false;
                }
            }

            return true;
        },
        "every event is delivered",
        TimeSpan.FromMinutes(1));

    private async Task ReadAsync(OrganisationId organisation)
    {
        var auditor = _callers.As(Role.Auditor, organisation: organisation);
        var members = await _callers.MembersAsync(organisation);
        Tell("organisation", [await Services.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), auditor)]);
        Tell("member", members);
        Tell("history", await HistoriesAsync(members, auditor));
        Tell("designation", await AllAsync(
            token => Services.Officers.ListDesignationsAsync(new ListDesignationsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Designations, page => page.NextPageToken));
        await TellImportsAsync(auditor);

        Tell("scenario", await AllAsync(
            token => Services.Scenarios.ListScenariosAsync(new ListScenariosRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Scenarios, page => page.NextPageToken));
        Tell("curriculum", await AllAsync(
            token => Services.Curricula.ListCurriculaAsync(new ListCurriculaRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Versions, page => page.NextPageToken));
        var campaigns = await AllAsync(
            token => Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Campaigns, page => page.NextPageToken);
        Tell("campaign", campaigns);

        var runs = await AllAsync(
            token => Services.Runs.ListRunsAsync(new ListRunsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Runs, page => page.NextPageToken);
        Tell("run", ByMember(runs, members, run => run.MemberId));
        await TellRecordAsync(campaigns, runs.Select(run => run.MemberId).ToHashSet(), members, auditor);
        await TellCasesAsync(auditor);
        await TellOperationsAsync(organisation);
    }

    private async Task TellImportsAsync(Metadata auditor)
    {
        var imports = await AllAsync(
            token => Services.Roster.ListRosterImportsAsync(new ListRosterImportsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Imports, page => page.NextPageToken);
        Tell("import", imports);
        foreach (var import in imports)
        {
            Tell("reject", await AllAsync(
                token => Services.Roster.ListRosterRejectsAsync(new ListRosterRejectsRequest { ImportId = import.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
                page => page.Rejects,
                page => page.NextPageToken));
        }
    }

    private async Task TellRecordAsync(List<Campaign> campaigns, HashSet<string> learners, List<Member> members, Metadata auditor)
    {
        foreach (var campaign in campaigns)
        {
            var assignments = await AllAsync(
                token => Services.Assignments.ListAssignmentsAsync(new ListAssignmentsRequest { CampaignId = campaign.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
                page => page.Assignments,
                page => page.NextPageToken);
            Tell("assignment", ByMember(assignments, members, assignment => assignment.MemberId));
            Tell("progress", [await Services.Assignments.GetCampaignProgressAsync(new GetCampaignProgressRequest { CampaignId = campaign.Id }, auditor)]);
        }

        foreach (var member in members.Where(member => learners.Contains(member.Id)))
        {
            Tell("assignment of one", await AllAsync(
                token => Services.Assignments.ListAssignmentsAsync(new ListAssignmentsRequest { MemberId = member.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
                page => page.Assignments,
                page => page.NextPageToken));
            Tell("transcript", await AllAsync(
                token => Services.Record.ListTranscriptAsync(new ListTranscriptRequest { MemberId = member.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
                page => page.Entries,
                page => page.NextPageToken));
        }

        var completions = await AllAsync(
            token => Services.Record.ListCompletionsAsync(new ListCompletionsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Completions, page => page.NextPageToken);
        Tell("completion", ByMember(completions, members, completion => completion.MemberId));
    }

    private async Task TellCasesAsync(Metadata auditor)
    {
        var cases = await AllAsync(
            token => Services.Cases.ListCasesAsync(new ListCasesRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Cases, page => page.NextPageToken);
        foreach (var summary in cases)
            Tell("case", [await Services.Cases.GetCaseAsync(new GetCaseRequest { Id = summary.Id }, auditor)]);
    }

    // Audit entries come in the order of chance, and looking again at a case is a new entry each time: what was decided is compared, as a bag.
    private async Task TellOperationsAsync(OrganisationId organisation)
    {
        var operatorOfIt = _callers.As(Role.Operator, organisation: organisation);
        foreach (var (service, operations) in Services.Audits)
        {
            Tell($"{service} outbox", await AllAsync(
                token => operations.ListOutboxAsync(new ListOutboxRequest { PageSize = Pages.Largest, PageToken = token }, operatorOfIt), page => page.Entries, page => page.NextPageToken));
            Tell($"{service} dead letter", await AllAsync(
                token => operations.ListDeadLettersAsync(new ListDeadLettersRequest { PageSize = Pages.Largest, PageToken = token }, operatorOfIt), page => page.DeadLetters, page => page.NextPageToken));
            var audit = await AllAsync(
                token => operations.ListAuditAsync(new ListAuditRequest { PageSize = Pages.Largest, PageToken = token }, operatorOfIt), page => page.Entries, page => page.NextPageToken);
            var told = audit.Where(entry => !IsLook(entry)).ToLookup(IsReaction, entry => $"{service} audit {_anonymous.TellKnown(Bare(entry))}");
            _lines.AddRange(told[false].Order(StringComparer.Ordinal));
            // An event that comes after a newer one of its kind changes nothing and leaves no entry: how many there are is the order's chance.
            _lines.AddRange(told[true].Distinct().Order(StringComparer.Ordinal));
        }
    }

    private async Task<List<MemberHistoryEntry>> HistoriesAsync(List<Member> members, Metadata auditor)
    {
        var histories = new List<MemberHistoryEntry>[members.Count];
        await Parallel.ForAsync(0, members.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            histories[i] = await AllAsync(
                token => Services.Roster.ListMemberHistoryAsync(new ListMemberHistoryRequest { MemberId = members[i].Id, PageSize = Pages.Largest, PageToken = token }, auditor),
                page => page.Entries,
                page => page.NextPageToken));
        return [.. histories.SelectMany(history => history)];
    }

    private void Tell(string kind, IEnumerable<IMessage> messages) => _lines.AddRange(messages.Select(message => $"{kind} {_anonymous.Tell(message)}"));

    private static IEnumerable<T> ByMember<T>(IEnumerable<T> rows, List<Member> members, Func<T, string> memberOf)
    {
        var place = members.Select((member, i) => (member.Id, i)).ToDictionary(one => one.Id, one => one.i);
        return rows.OrderBy(row => place[memberOf(row)]);
    }

    private static bool IsLook(AuditEntry entry) => new[] { "/Get", "/List", "/Batch", "/Explain", "/Verify", "/Preview" }.Any(query => entry.Action.Contains(query, StringComparison.Ordinal));

    private static bool IsReaction(AuditEntry entry) => entry.Member.Length == 0 && entry.Action.StartsWith($"{entry.Account} on ", StringComparison.Ordinal);

    private static AuditEntry Bare(AuditEntry entry) => new()
    {
        Member = entry.Member,
        Account = entry.Account,
        Action = entry.Action,
        Subject = entry.Subject,
        Why = entry.Why,
    };

    private static Task<List<TItem>> AllAsync<TPage, TItem>(Func<string, AsyncUnaryCall<TPage>> call, Func<TPage, IEnumerable<TItem>> items, Func<TPage, string> next) =>
        Pages.AllAsync(call, items, next);
}
