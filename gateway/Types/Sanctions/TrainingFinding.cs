using HotChocolate.Types.Relay;
using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>What somebody's training says about what they did.</summary>
internal enum TrainingVerdict
{
    /// <summary>Passed a version that was in force before it happened.</summary>
    TrainedBefore = 1,

    /// <summary>Passed, but a newer version was in force when it happened.</summary>
    TrainedOnSupersededVersion = 2,

    /// <summary>Took it before it happened and did not pass.</summary>
    NotPassed = 3,

    /// <summary>Passed only after it happened.</summary>
    TrainedAfter = 4,

    /// <summary>Never took a scenario that teaches it.</summary>
    NeverTrained = 5,
}

/// <summary>Trained before violated: which decisions teach the case's code, which version the person had passed when, and what they chose.</summary>
internal sealed class TrainingFinding(V1.TrainingFinding message)
{
    /// <summary>The case's code.</summary>
    public string ViolationCode => message.ViolationCode;

    /// <summary>Over all decisions that teach the code: the best that holds.</summary>
    public TrainingVerdict Verdict => (TrainingVerdict)message.Verdict;

    /// <summary>Decision by decision.</summary>
    public IEnumerable<DecisionTraining> Decisions => message.Decisions.Select(decision => new DecisionTraining(decision));
}

/// <summary>One decision of one scenario that teaches the code.</summary>
internal sealed class DecisionTraining(V1.DecisionTraining message)
{
    /// <summary>Such as F1.</summary>
    public string Decision => message.Decision;

    /// <summary>What the decision is about.</summary>
    public string DecisionTitle => message.DecisionTitle;

    /// <summary>What it teaches.</summary>
    public string Competency => message.Competency;

    /// <summary>The scenario in which it comes up.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>What the scenario is called.</summary>
    public string ScenarioTitle => message.ScenarioTitle;

    /// <summary>What the training at this decision says.</summary>
    public TrainingVerdict Verdict => (TrainingVerdict)message.Verdict;

    /// <summary>The version that the verdict is about.</summary>
    public int? ScenarioVersion => message.ScenarioVersion == 0 ? null : message.ScenarioVersion;

    /// <summary>When that version was passed.</summary>
    public DateTimeOffset? Passed => message.Passed.Instant();

    /// <summary>Whole days from then until it happened; 0 where it was not passed before.</summary>
    public long DaysBefore => message.DaysBefore;

    /// <summary>Every choice that the person made at this decision before it happened, oldest first.</summary>
    public IEnumerable<DecisionChoice> Choices => message.Choices.Select(choice => new DecisionChoice(choice));
}

/// <summary>A choice at a decision.</summary>
internal sealed class DecisionChoice(V1.DecisionChoice message)
{
    /// <summary>The run in which it was made.</summary>
    [ID<Run>]
    public string RunId => message.RunId;

    /// <summary>The scenario's version then.</summary>
    public int ScenarioVersion => message.ScenarioVersion;

    /// <summary>The option's key.</summary>
    public string Choice => message.Choice;

    /// <summary>What the option said.</summary>
    public string Text => message.Text;

    /// <summary>How good it was.</summary>
    public Outcome Outcome => (Outcome)message.Outcome;

    /// <summary>When it was made.</summary>
    public DateTimeOffset At => message.At.ToDateTimeOffset();
}
