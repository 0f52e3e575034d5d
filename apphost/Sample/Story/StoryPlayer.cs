using Training.AppHost.Sample.Story.Steps;

namespace Training.AppHost.Sample.Story;

/// <summary>Plays the steps in order. What is already done is read back from the services and left as it is.</summary>
internal sealed class StoryPlayer(Stage stage)
{
    private static readonly IStep[] Steps =
    [
        new RegisterHospital(),
        new ImportRoster(),
        new RegisterClinic(),
        new PublishContent(),
        new SignCurriculum(),
        new LaunchCampaign(),
        new TakeTraining(),
        new HandleViolation(),
        new RemedyAndClose(),
        new VerifyAuditChains(),
    ];

    public static int Length => Steps.Length;

    /// <summary>The number of a step, from 1.</summary>
    public static int NumberOf<TStep>() where TStep : IStep => Array.FindIndex(Steps, step => step is TStep) + 1;

    public async Task PlayAsync(CancellationToken ct)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            stage.Progress.Begin(i + 1, Steps[i].Title);
            await Steps[i].PlayAsync(stage, ct);
            await Hearing.EverythingAsync(stage, ct);
        }

        stage.Progress.End();
    }
}
