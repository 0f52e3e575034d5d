using System.Net.Http;
using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.Story;
using Training.Hosting;

namespace Training.AppHost.Sample;

/// <summary>The sample: plays the story through the gateway, and tells what became of it.</summary>
internal sealed class SampleStory : IDisposable
{
    private readonly HttpClient _gateway;
    private readonly Operators _operators;

    private SampleStory(HttpClient gateway, Operators operators, Stage stage, bool isPlayed) =>
        (_gateway, _operators, Stage, IsPlayed) = (gateway, operators, stage, isPlayed);

    public Stage Stage { get; }

    /// <summary>False when the house was asked to be empty.</summary>
    public bool IsPlayed { get; }

    public Progress Progress => Stage.Progress.Now;

    /// <param name="gateway">Where the gateway is.</param>
    /// <param name="services">Where the services are, in whatever processes.</param>
    /// <param name="dataFolder">Where their development key lies.</param>
    /// <param name="contentFolder">What people write: scenarios, curricula, policy, the sample organisations.</param>
    /// <param name="people">How many employees take their training.</param>
    /// <param name="isPlayed">False: nothing is changed.</param>
    /// <param name="console">Where progress is told.</param>
    public static SampleStory Of(Uri gateway, ServiceAddresses services, string dataFolder, string contentFolder, int people, bool isPlayed, TextWriter console)
    {
        var tokens = new Tokens(DevelopmentTokens.In(dataFolder, TimeProvider.System), TimeProvider.System);
        var (http, operators) = (new HttpClient { BaseAddress = gateway }, new Operators(services, tokens));
        var stage = new Stage(http, tokens, operators, new SampleFiles(contentFolder), new StoryProgress(StoryPlayer.Length, console), people);
        return new SampleStory(http, operators, stage, isPlayed);
    }

    /// <summary>Plays the story, from wherever it is, to its end. What stops it is told, and the services go on.</summary>
    public async Task PlayAsync(CancellationToken ct)
    {
        if (!IsPlayed)
            return;
        try
        {
            await new StoryPlayer(Stage).PlayAsync(ct);
            // A day's work was done in a minute, and quiet follows: what it took is given back to the machine.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // A stop interrupts each call in its own way; the next start goes on there.
        }
        catch (Exception e)
        {
            // Whatever it is: the house stands without its story, and the page says what is wrong.
            Stage.Progress.Stop(e is StoryStopped ? e.Message : e.ToString());
        }
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _operators.Dispose();
    }
}
