using HotChocolate.Types.Relay;
using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>One person's way through one version of a scenario. Every choice is kept as it is made.</summary>
internal sealed class Run(V1.Run message)
{
    /// <summary>Names the run in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Which scenario.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Which of its versions.</summary>
    public int ScenarioVersion => message.ScenarioVersion;

    /// <summary>What it is called.</summary>
    public string ScenarioTitle => message.ScenarioTitle;

    /// <summary>Who takes it.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>When it was begun.</summary>
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
    /// <summary>The document's name of the scene.</summary>
    public string Key => message.Key;

    /// <summary>1 for the first scene of the run.</summary>
    public int Step => message.Step;

    /// <summary>What it is about.</summary>
    public string Title => message.Title;

    /// <summary>What one finds oneself in.</summary>
    public string Situation => message.Situation;

    /// <summary>What one can do.</summary>
    public IEnumerable<SceneOption> Options => message.Options.Select(option => new SceneOption(option));
}

/// <summary>Something that one can do in a scene.</summary>
internal sealed class SceneOption(V1.Option message)
{
    /// <summary>The document's name of the option.</summary>
    public string Key => message.Key;

    /// <summary>What one would do.</summary>
    public string Text => message.Text;
}

/// <summary>A choice, and what came of it.</summary>
internal sealed class ChoiceMade(V1.ChoiceMade message)
{
    /// <summary>The scene's number in the run.</summary>
    public int Step => message.Step;

    /// <summary>The scene's key.</summary>
    public string Scene => message.Scene;

    /// <summary>The chosen option's key.</summary>
    public string Choice => message.Choice;

    /// <summary>The catalogue's decision, such as F1; none at a scene that follows one.</summary>
    public string? Decision => message.Decision.OrNull();

    /// <summary>How good it was.</summary>
    public Outcome Outcome => (Outcome)message.Outcome;

    /// <summary>What came of it.</summary>
    public string Consequence => message.Consequence;

    /// <summary>The rule behind it, in plain words.</summary>
    public string Rule => message.Rule;

    /// <summary>Where the rule comes from.</summary>
    public string Citation => message.Citation;

    /// <summary>What it would be in real life, where it would be a violation.</summary>
    public string? ViolationCode => message.ViolationCode.OrNull();

    /// <summary>When it was made.</summary>
    public DateTimeOffset At => message.At.ToDateTimeOffset();
}

/// <summary>How a run ended.</summary>
internal sealed class RunResult(V1.RunResult message)
{
    /// <summary>Whether it was good enough.</summary>
    public bool Passed => message.Passed;

    /// <summary>When it ended.</summary>
    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

    /// <summary>SHA-256 over the scenario, the member and every choice with its time.</summary>
    public string EvidenceHash => message.EvidenceHash.Hex();

    /// <summary>How many choices were the best.</summary>
    public int Best => message.Best;

    /// <summary>How many were acceptable.</summary>
    public int Acceptable => message.Acceptable;

    /// <summary>How many were risky.</summary>
    public int Risky => message.Risky;

    /// <summary>How many would have been violations.</summary>
    public int Violations => message.Violations;

    /// <summary>What the scenario says at the end that was reached.</summary>
    public string? Debrief => message.Debrief.OrNull();
}
