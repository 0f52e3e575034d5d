using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Scenarios;

internal static class RunMessages
{
    public static V1.Run Of(RunView view)
    {
        var message = Head(view.Run, view.Edition.Graph.Title);
        message.Scene = OpenScene(view.Run, view.Edition.Graph);
        message.Choices.AddRange(view.Run.Choices.Select(made => Of(made, view.Edition.Graph)));
        message.Result = Result(view.Run, view.Edition.Graph);
        return message;
    }

    public static ChooseResponse Of(ChosenStep chosen) => new()
    {
        Made = Of(chosen.Made, chosen.Edition.Graph),
        Next = OpenScene(chosen.Run, chosen.Edition.Graph),
        Result = Result(chosen.Run, chosen.Edition.Graph),
    };

    /// <summary>As lists show it.</summary>
    public static V1.Run Of(TitledRun titled)
    {
        var run = Head(titled.Run, titled.Title);
        run.Result = Result(titled.Run, graph: null);
        return run;
    }

    public static RunFilter Of(V1.RunFilter? filter) => filter is null ? new RunFilter() : new RunFilter(
        filter.MemberId == "" ? null : TypedId.Parse<MemberId>("filter.member_id", filter.MemberId),
        filter.ScenarioId == "" ? null : TypedId.Parse<ScenarioId>("filter.scenario_id", filter.ScenarioId),
        filter.HasFinished ? filter.Finished : null,
        filter.HasPassed ? filter.Passed : null);

    public static V1.Replay Of(ReplayedRun replayed)
    {
        var (run, edition, replay) = replayed;
        var message = Head(run, edition.Graph.Title);
        message.Choices.AddRange(replay.Steps.Select(step => Of(step.Made, edition.Graph)));
        message.Result = Result(run.Finished, replay.Passed, replay.Hash, replay.Tally, replay.Ending.Debrief);
        return new V1.Replay
        {
            Run = message,
            Steps = { replay.Steps.Select(Of) },
            StoredHash = ByteString.CopyFrom(run.EvidenceHash),
            ReplayedHash = ByteString.CopyFrom(replay.Hash),
        };
    }

    public static RunFinished Finished(Run run, Edition edition) => new()
    {
        RunId = run.Id.ToString(),
        MemberId = run.Member.ToString(),
        ScenarioId = run.Scenario.ToString(),
        ScenarioVersion = run.ScenarioVersion,
        ScenarioCode = edition.Graph.Code,
        ScenarioTitle = edition.Graph.Title,
        Family = edition.Graph.Family,
        Started = run.Started.ToTimestamp(),
        Finished = run.Finished!.Value.ToTimestamp(),
        Passed = run.Passed,
        EvidenceHash = ByteString.CopyFrom(run.EvidenceHash),
        Choices = { run.Choices.Select(made => Told(made, edition.Graph)) },
    };

    private static V1.Run Head(Run run, string title) => new()
    {
        Id = run.Id.ToString(),
        ScenarioId = run.Scenario.ToString(),
        ScenarioVersion = run.ScenarioVersion,
        ScenarioTitle = title,
        MemberId = run.Member.ToString(),
        Started = run.Started.ToTimestamp(),
    };

    private static ChoiceMade Of(MadeChoice made, ScenarioGraph graph)
    {
        var scene = graph.Scenes[made.Scene];
        var choice = scene.Choices[made.Choice];
        return new ChoiceMade
        {
            Step = made.Step,
            Scene = made.Scene,
            Choice = made.Choice,
            Decision = scene.Decision,
            Outcome = ScenarioMessages.Of(choice.Outcome),
            Consequence = choice.Consequence,
            Rule = choice.Rule,
            Citation = choice.Citation,
            ViolationCode = choice.Violation,
            At = made.At.ToTimestamp(),
        };
    }

    private static RunFinished.Types.MadeChoice Told(MadeChoice made, ScenarioGraph graph)
    {
        var scene = graph.Scenes[made.Scene];
        var choice = scene.Choices[made.Choice];
        return new RunFinished.Types.MadeChoice
        {
            Step = made.Step,
            Scene = made.Scene,
            Choice = made.Choice,
            Text = choice.Text,
            Decision = scene.Decision,
            Outcome = ScenarioMessages.Of(choice.Outcome),
            ViolationCode = choice.Violation,
            At = made.At.ToTimestamp(),
        };
    }

    private static V1.Scene? OpenScene(Run run, ScenarioGraph graph) => run.Finished is null ? Of(graph.Scenes[run.Place(graph)], run.Step) : null;

    private static V1.Scene Of(Scene scene, int step) => new()
    {
        Key = scene.Key,
        Step = step,
        Title = scene.Title,
        Situation = scene.Situation,
        Options = { scene.Choices.Values.Select(choice => new V1.Option { Key = choice.Key, Text = choice.Text }) },
    };

    private static RunResult? Result(Run run, ScenarioGraph? graph) => run.Finished is null
        ? null
        : Result(run.Finished, run.Passed, run.EvidenceHash, run.Tally, graph?.Endings[run.Place(graph)].Debrief ?? "");

    private static RunResult Result(DateTimeOffset? finished, bool passed, byte[] hash, Tally tally, string debrief) => new()
    {
        Passed = passed,
        Finished = finished?.ToTimestamp(),
        EvidenceHash = ByteString.CopyFrom(hash),
        Best = tally.Best,
        Acceptable = tally.Acceptable,
        Risky = tally.Risky,
        Violations = tally.Violations,
        Debrief = debrief,
    };

    private static V1.ReplayStep Of(ReplayStep step) => new()
    {
        Scene = Of(step.Scene, step.Made.Step),
        Chosen = step.Chosen.Key,
        Branches =
        {
            step.Scene.Choices.Values.Select(choice => new ReplayBranch
            {
                Choice = choice.Key,
                Outcome = ScenarioMessages.Of(choice.Outcome),
                Consequence = choice.Consequence,
                Rule = choice.Rule,
                Citation = choice.Citation,
                ViolationCode = choice.Violation,
            }),
        },
    };
}
