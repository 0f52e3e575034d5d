using Training.AppHost.Sample.Page.Facts;
using Training.AppHost.Sample.Story;
using Training.AppHost.Sample.Story.Steps;

namespace Training.AppHost.Sample.Page;

/// <summary>Reads through the gateway what the page shows: of each chapter once its step is played.</summary>
internal sealed class PageReader(SampleStory sample, Ports ports) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private StoryFacts _facts = StoryFacts.None;
    private Progress? _readAt;
    private long _read;

    public async Task<PageModel> ReadAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var progress = sample.Progress;
            var isNew = progress.Step != _readAt?.Step || progress.State != _readAt.State;
            if (progress.State != StoryState.NotPlayed && (isNew || TimeProvider.System.GetElapsedTime(_read) > Fresh))
                await RefreshAsync(progress, ct);

            return new PageModel(progress, sample.IsPlayed, _facts, ports);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // While the house is too busy to answer, the page shows what was read last. Whatever a reader makes of being cancelled, it is that.
    private async Task RefreshAsync(Progress progress, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            _facts = await ReadAsync(progress, patience.Token);
            (_readAt, _read) = (progress, TimeProvider.System.GetTimestamp());
        }
        catch (Exception) when (patience.IsCancellationRequested && !ct.IsCancellationRequested)
        {
        }
    }

    // What does not change any more once its step is played is kept: some of it is costly, and looking at a case is recorded each time.
    // When the story comes to its end it is read once more.
    private async Task<StoryFacts> ReadAsync(Progress progress, CancellationToken ct)
    {
        if (!IsPlayed<ImportRoster>(progress))
            return StoryFacts.None;
        var stage = sample.Stage;
        var kept = progress.State == _readAt?.State ? _facts : StoryFacts.None;
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        return new StoryFacts(
            await RosterFacts.ReadAsync(stage, cast, ct),
            IsPlayed<RegisterClinic>(progress) ? await ClinicFacts.ReadAsync(stage, ct) : null,
            IsThere<PublishContent>(progress) ? await ScenarioFacts.ReadAsync(stage, ct) : null,
            IsThere<SignCurriculum>(progress) ? await IfReadableAsync(CurriculumFacts.ReadAsync(stage, ct)) : null,
            IsThere<LaunchCampaign>(progress) ? await CampaignFacts.ReadAsync(stage, ct) : null,
            IsThere<TakeTraining>(progress) ? kept.Training ?? await IfReadableAsync(TrainingFacts.ReadAsync(stage, cast, ct)) : null,
            IsThere<RemedyAndClose>(progress) ? kept.Case ?? await CaseFacts.ReadAsync(stage, cast, ct) : null,
            IsThere<VerifyAuditChains>(progress) ? await AuditFacts.ReadAsync(stage, ct) : null);
    }

    // What an author's file must say first, and does not, the stopped story tells above.
    private static async Task<TFacts?> IfReadableAsync<TFacts>(Task<TFacts?> reading) where TFacts : class
    {
        try
        {
            return await reading;
        }
        catch (StoryStopped)
        {
            return null;
        }
    }

    // A story that stops on data of an earlier start hides nothing of what was done then.
    private static bool IsThere<TStep>(Progress progress) where TStep : IStep => progress.State == StoryState.Stopped || IsPlayed<TStep>(progress);

    private static bool IsPlayed<TStep>(Progress progress) where TStep : IStep =>
        progress.State == StoryState.Told || progress.Step > StoryPlayer.NumberOf<TStep>();
}
