using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>The followed employee's run of the fax scenario: the one with the mistake, passed.</summary>
internal static class FaxTraining
{
    public static async Task<Run> FindAsync(Stage stage, Persona clerk, Persona reader, CancellationToken ct)
    {
        var metadata = stage.As(reader);
        var member = clerk.Member.ToString();
        var runs = await Pages.AllAsync(
            token => stage.Services.Runs.ListRunsAsync(
                new ListRunsRequest { MemberId = member, PageSize = Pages.Largest, PageToken = token }, metadata, cancellationToken: ct),
            page => page.Runs,
            page => page.NextPageToken);
        return runs.Find(run => run.Result is { Passed: true } && run.Choices.Any(choice => choice.Decision == Learner.FaxDecision))
            ?? throw new StoryStopped($"{clerk.Account} has passed no scenario with the decision {Learner.FaxDecision}. Put one into content/curricula/yearly-refresher.yaml.");
    }
}
