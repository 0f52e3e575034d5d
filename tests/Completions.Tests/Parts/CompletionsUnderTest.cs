using Training.Completions.V1;
using Training.Contracts;
using Training.Hosting;

namespace Training.Completions.Tests;

internal static class CompletionsUnderTest
{
    public static ServiceModule Module { get; } = new("completions", "completions", builder => builder.AddCompletions(), app => app.MapCompletions());

    public static Task<ServiceUnderTest> StartAsync(string provider) => ServiceUnderTest.StartAsync(Module, provider);

    public static Assignments.AssignmentsClient Assignments(this ServiceUnderTest service) => new(service.Channel);

    public static TrainingRecord.TrainingRecordClient Record(this ServiceUnderTest service) => new(service.Channel);

    /// <summary>Every assignment of a campaign or a remediation, over all pages.</summary>
    public static async Task<IReadOnlyList<V1.Assignment>> AssignmentsOfAsync(this ServiceUnderTest service, Guid campaign, OrganisationId? organisation = null)
    {
        List<V1.Assignment> all = [];
        var request = new ListAssignmentsRequest { CampaignId = campaign.ToString(), PageSize = 500 };
        do
        {
            var page = await service.Assignments().ListAssignmentsAsync(request, service.Call(Role.Hr, organisation: organisation));
            all.AddRange(page.Assignments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");
        return all;
    }

    public static async Task<IReadOnlyList<V1.Assignment>> OwnAsync(this ServiceUnderTest service, string name) =>
        (await service.Assignments().ListMyAssignmentsAsync(new ListMyAssignmentsRequest { PageSize = 500 }, service.Call(Role.Employee, Somebody.Named(name)))).Assignments;

    public static async Task<V1.Assignment> TheOneOfAsync(this ServiceUnderTest service, string name) => Assert.Single(await service.OwnAsync(name));

    public static async Task<IReadOnlyList<V1.Completion>> LedgerAsync(this ServiceUnderTest service, OrganisationId? organisation = null) =>
        (await service.Record().ListCompletionsAsync(new ListCompletionsRequest { PageSize = 500 }, service.Call(Role.Auditor, organisation: organisation))).Completions;

    public static async Task<CampaignProgress> ProgressAsync(this ServiceUnderTest service, Guid campaign, OrganisationId? organisation = null) =>
        await service.Assignments().GetCampaignProgressAsync(new GetCampaignProgressRequest { CampaignId = campaign.ToString() }, service.Call(Role.Hr, organisation: organisation));

    /// <summary>The names, out of those given, who owe the campaign.</summary>
    public static async Task<IReadOnlyList<string>> WhoOwesAsync(this ServiceUnderTest service, Guid campaign, params string[] names)
    {
        var open = (await service.AssignmentsOfAsync(campaign)).Where(a => a.State is V1.AssignmentState.Open or V1.AssignmentState.Overdue).Select(a => a.MemberId).ToList();
        Assert.Equal(open.Count, open.Distinct().Count());
        return [.. names.Where(name => open.Contains(Somebody.Named(name).ToString()))];
    }
}
