namespace Training.Scenarios;

/// <summary>How good a choice is.</summary>
internal enum Outcome
{
    Unspecified,
    Best,
    Acceptable,
    Risky,
    Violation,
}
