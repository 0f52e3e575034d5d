namespace Training.Gateway.Types;

/// <summary>How good a choice is.</summary>
internal enum Outcome
{
    /// <summary>What the rules ask for.</summary>
    Best = 1,

    /// <summary>Good enough, with something left to follow up.</summary>
    Acceptable = 2,

    /// <summary>It went well by luck, or made it worse.</summary>
    Risky = 3,

    /// <summary>In real life it would be a violation of the catalogue.</summary>
    Violation = 4,
}
