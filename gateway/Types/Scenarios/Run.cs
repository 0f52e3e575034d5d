using HotChocolate.Types.Relay;
using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>One person's way through one version of a scenario. Every choice is kept as it is made.</summary>
internal sealed class Run(V1.Run message)
{
    [ID]
    public string Id => message.Id;

    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    public int ScenarioVersion => message.ScenarioVersion;

    public string ScenarioTitle => message.ScenarioTitle;

    [ID<Member>]
    public string MemberId => message.MemberId;

    public DateTimeOffset Started => message.Started.ToDateTimeOffset();

    /// <summary>Where the run is; none once it is finished. Lists leave it out: run has it.</summary>
    public Scene? Scene => message.Scene is { } scene ? new Scene(scene) : null;

    /// <summary>In their order. Lists leave them out: run and replay have them.</summary>
    public IEnumerable<ChoiceMade> Choices => message.Choices.Select(choice => new ChoiceMade(choice));

    /// <summary>None while it goes on.</summary>
    public RunResult? Result => message.Result is { } result ? new RunResult(result) : null;
}

/// <summary>What somebody sees before choosing.</summary>
internal sealed class Scene(V1.Scene message)
{
    public string Key => message.Key;

    /// <summary>1 for the first scene of the run.</summary>
    public int Step => message.Step;

    public string Title => message.Title;

    public string Situation => message.Situation;

    public IEnumerable<SceneOption> Options => message.Options.Select(option => new SceneOption(option));
}

/// <summary>Something that one can do in a scene.</summary>
internal sealed class SceneOption(V1.Option message)
{
    public string Key => message.Key;

    public string Text => message.Text;
}

/// <summary>A choice, and what came of it.</summary>
internal sealed class ChoiceMade(V1.ChoiceMade message)
{
    public int Step => message.Step;

    /// <summary>The scene's key.</summary>
    public string Scene => message.Scene;

    /// <summary>The chosen option's key.</summary>
    public string Choice => message.Choice;

    /// <summary>The catalogue's decision, such as F1; none at a scene that follows one.</summary>
    public string? Decision => message.Decision.OrNull();

    public Outcome Outcome => (Outcome)message.Outcome;

    public string Consequence => message.Consequence;

    /// <summary>The rule behind it, in plain words.</summary>
    public string Rule => message.Rule;

    public string Citation => message.Citation;

    /// <summary>What it would be in real life, where it would be a violation.</summary>
    public string? ViolationCode => message.ViolationCode.OrNull();

    public DateTimeOffset At => message.At.ToDateTimeOffset();
}

/// <summary>How a run ended.</summary>
internal sealed class RunResult(V1.RunResult message)
{
    public bool Passed => message.Passed;

    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

    /// <summary>SHA-256 over the scenario, the member and every choice with its time.</summary>
    public string EvidenceHash => message.EvidenceHash.Hex();

    /// <summary>How many choices were the best.</summary>
    public int Best => message.Best;

    public int Acceptable => message.Acceptable;

    public int Risky => message.Risky;

    public int Violations => message.Violations;

    /// <summary>What the scenario says at the end that was reached.</summary>
    public string? Debrief => message.Debrief.OrNull();
}
