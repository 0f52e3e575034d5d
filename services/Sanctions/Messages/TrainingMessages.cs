using Google.Protobuf.WellKnownTypes;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>Trained before violated, as the contract shows it.</summary>
internal static class TrainingMessages
{
    public static V1.TrainingFinding ToMessage(this TrainingFinding finding, Case file) => new()
    {
        CaseId = file.Id.ToString(),
        ViolationCode = file.ViolationCode,
        Verdict = (V1.TrainingVerdict)finding.Verdict,
        Decisions = { finding.Decisions.Select(decision => decision.ToMessage(file.Happened)) },
    };

    private static V1.DecisionTraining ToMessage(this DecisionTraining training, DateTimeOffset happened) => new()
    {
        Decision = training.Decision.Decision,
        DecisionTitle = training.Decision.Title,
        Competency = training.Decision.Competency,
        ScenarioId = training.Decision.Scenario.ToString(),
        ScenarioTitle = training.ScenarioTitle,
        Verdict = (V1.TrainingVerdict)training.Verdict,
        ScenarioVersion = training.Run?.Version ?? 0,
        Passed = training.Run is { Passed: true } passed ? passed.Finished.ToTimestamp() : null,
        DaysBefore = training.Run is { Passed: true } before && before.Finished < happened ? (happened - before.Finished).Days : 0,
        Choices = { training.Choices.Select(ToMessage) },
    };

    private static DecisionChoice ToMessage(MadeChoice choice) => new()
    {
        RunId = choice.Run.ToString(),
        ScenarioVersion = choice.Version,
        Choice = choice.Choice,
        Text = choice.Text,
        Outcome = (Scenarios.V1.Outcome)choice.Outcome,
        At = choice.At.ToTimestamp(),
    };
}
