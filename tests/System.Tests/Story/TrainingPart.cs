using System.Security.Cryptography;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>e. People took scenarios choice by choice, some failed first; completions are proven; the run that is followed replays to the same hash.</summary>
internal sealed class TrainingPart(Callers callers, List<Member> members, int people)
{
    private const int Scenarios = 6;

    public async Task HoldsAsync()
    {
        var auditor = callers.As(Role.Auditor);
        var clerk = members.Single(member => member.EmployeeNumber == "104698");
        var runs = await Pages.AllAsync(
            token => callers.Services.Runs.ListRunsAsync(new ListRunsRequest { PageSize = Pages.Largest, PageToken = token }, auditor), page => page.Runs, page => page.NextPageToken);
        Assert.All(runs, run => Assert.NotNull(run.Result));
        // The clerk's remedial run is the one more.
        Assert.Equal((people * Scenarios) + 1, runs.Count(run => run.Result.Passed));
        var failed = runs.Where(run => !run.Result.Passed).ToList();
        Assert.Equal(people / 5, failed.DistinctBy(run => run.MemberId).Count());
        Assert.All(failed, run => Assert.True(run.Result.Violations > 0));

        await CompletionsHoldAsync(runs);
        await FollowedRunHoldsAsync(runs.Where(run => run.MemberId == clerk.Id).ToList());
    }

    private async Task CompletionsHoldAsync(List<Run> runs)
    {
        var auditor = callers.As(Role.Auditor);
        var campaign = (await callers.Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), auditor)).Campaigns.Single();
        var completions = await Pages.AllAsync(
            token => callers.Services.Record.ListCompletionsAsync(new ListCompletionsRequest { CampaignId = campaign.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
            page => page.Completions,
            page => page.NextPageToken);
        Assert.Equal(people, completions.DistinctBy(completion => completion.MemberId).Count());
        Assert.Equal(people, completions.Count);
        var byId = runs.ToDictionary(run => run.Id);
        foreach (var completion in completions)
        {
            Assert.Equal(Scenarios, completion.Passed.Count);
            Assert.All(completion.Passed, passed => Assert.Equal(byId[passed.RunId].Result.EvidenceHash, passed.EvidenceHash));
            Assert.Equal(SHA256.HashData([.. completion.Passed.SelectMany(passed => passed.EvidenceHash)]), completion.EvidenceHash.ToByteArray());
        }
    }

    private async Task FollowedRunHoldsAsync(List<Run> clerks)
    {
        Assert.Equal(Scenarios + 1, clerks.Count);
        var replays = new List<Replay>();
        foreach (var run in clerks)
            replays.Add(await callers.Services.Runs.GetReplayAsync(new GetReplayRequest { RunId = run.Id }, callers.As(Role.Auditor)));
        Assert.All(replays, replay => Assert.Equal(replay.StoredHash, replay.ReplayedHash));
        var fax = replays.First(replay => replay.Run.Choices.Any(choice => choice.Decision == "F1"));
        var mistake = Assert.Single(fax.Run.Choices, choice => choice.Decision == "F1");
        Assert.Equal(Outcome.Risky, mistake.Outcome);
        Assert.True(mistake.Consequence.Length > 40, mistake.Consequence);
        Assert.True(fax.Run.Result.Passed);
        Assert.Equal(fax.Run.Choices.Count, fax.Steps.Count);
        Assert.True(fax.Run.Choices.Count >= 4, "it went on after the mistake");
    }
}
