namespace Training.Sanctions;

/// <summary>What a person's training says about a violation; the first that holds is the best.</summary>
internal enum TrainingVerdict
{
    TrainedBefore = 1,
    TrainedOnSupersededVersion,
    NotPassed,
    TrainedAfter,
    NeverTrained,
}

/// <summary>Trained before violated: every decision that teaches the code, and the best verdict of them all.</summary>
internal sealed record TrainingFinding(TrainingVerdict Verdict, IReadOnlyList<DecisionTraining> Decisions);

/// <summary>One decision of one scenario. The run is the one that the verdict rests on; none where the person never took it.</summary>
internal sealed record DecisionTraining(
    TaughtDecision Decision, string ScenarioTitle, TrainingVerdict Verdict, FinishedRun? Run, IReadOnlyList<MadeChoice> Choices);
