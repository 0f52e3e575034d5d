namespace Training.Scenarios;

/// <summary>A finished run played again: only the archived version and the stored choices are asked, nothing that the run's end wrote down.</summary>
internal sealed record Replay(IReadOnlyList<ReplayStep> Steps, Tally Tally, bool Passed, Ending Ending, byte[] Hash)
{
    public static Replay Of(Edition edition, Run run)
    {
        var steps = new List<ReplayStep>();
        var tally = new Tally();
        var place = edition.Graph.Start;
        foreach (var made in run.Choices)
        {
            if (made.Step != steps.Count + 1 || made.Scene != place || !edition.Graph.Scenes.TryGetValue(place, out var scene)
                || !scene.Choices.TryGetValue(made.Choice, out var chosen))
                throw new RunDoesNotReplay(run.Id, made.Step);
            steps.Add(new ReplayStep(made, scene, chosen));
            tally = tally.With(chosen.Outcome);
            place = chosen.Next;
        }
        return edition.Graph.Endings.TryGetValue(place, out var ending)
            ? new Replay(steps, tally, edition.Graph.Pass.Passes(tally), ending, Evidence.Hash(edition, run.Member, run.Choices))
            : throw new RunDoesNotReplay(run.Id, steps.Count + 1);
    }
}

internal sealed record ReplayStep(MadeChoice Made, Scene Scene, Choice Chosen);
