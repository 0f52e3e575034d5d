namespace Training.Scenarios;

/// <summary>One published version, ready to be played. Immutable.</summary>
/// <param name="Scenario">Of which scenario.</param>
/// <param name="Version">Which version.</param>
/// <param name="ContentHash">SHA-256 of the document that the graph was read from.</param>
/// <param name="Graph">The scenes.</param>
internal sealed record Edition(ScenarioId Scenario, int Version, byte[] ContentHash, ScenarioGraph Graph);
