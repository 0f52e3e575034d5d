namespace Training.AppHost.Sample.Story;

/// <summary>What somebody's training says about what they did.</summary>
internal enum TrainingVerdict
{
    TrainedBefore,
    TrainedOnSupersededVersion,
    NotPassed,
    TrainedAfter,
    NeverTrained,
}
