namespace Training.AppHost.Sample;

internal enum StoryState
{
    NotPlayed,
    Playing,
    Told,
    Stopped,
}

/// <summary>How far the story is.</summary>
/// <param name="Step">The step that is played, from 1.</param>
/// <param name="Done">How much of the step is done; <paramref name="Of"/> is 0 where nothing is counted.</param>
/// <param name="Trouble">Why it stopped, or what was left out; null if nothing.</param>
internal sealed record Progress(StoryState State, int Step, int Steps, string Title, int Done, int Of, string? Trouble);

/// <summary>Tells the console and the first page how far the story is.</summary>
internal sealed class StoryProgress(int steps, TextWriter console)
{
    private readonly Lock _gate = new();
    private Progress _now = new(StoryState.NotPlayed, 0, steps, "", 0, 0, null);

    public Progress Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    public void Begin(int step, string title)
    {
        Set(now => now with { State = StoryState.Playing, Step = step, Title = title, Done = 0, Of = 0 });
        console.WriteLine($"  [{step}/{Now.Steps}] {title}");
    }

    /// <summary>What came of it, as a line below the step.</summary>
    public void Say(string line) => console.WriteLine($"        {line}");

    public void Count(int done, int of)
    {
        Set(now => now with { Done = done, Of = of });
        if (of >= 4 && done > 0 && done < of && done % (of / 4) == 0)
            Say($"{done} of {of}");
    }

    public void Warn(string trouble)
    {
        Set(now => now with { Trouble = After(now.Trouble, trouble) });
        Say(trouble);
    }

    public void Stop(string trouble)
    {
        Set(now => now with { State = StoryState.Stopped, Trouble = After(now.Trouble, trouble) });
        console.WriteLine($"  The story stopped at step {Now.Step}: {trouble}");
    }

    public void End()
    {
        Set(now => now with { State = StoryState.Told, Title = "", Done = 0, Of = 0 });
        console.WriteLine("  The story is told: its numbers are on the first page.");
        console.WriteLine();
    }

    private static string After(string? earlier, string trouble) => earlier is null ? trouble : $"{earlier}\n{trouble}";

    private void Set(Func<Progress, Progress> change)
    {
        lock (_gate)
            _now = change(_now);
    }
}
