namespace Training.Gateway.Types;

/// <summary>How good a choice is.</summary>
internal enum Outcome
{
    Best = 1,

    Acceptable = 2,

    Risky = 3,

    /// <summary>In real life it would be a violation of the catalogue.</summary>
    Violation = 4,
}
