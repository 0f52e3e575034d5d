namespace Training.Sanctions;

/// <summary>What is wrong with a policy's document: the line (0 where it concerns the whole), the rule, and what to write.</summary>
internal sealed record PolicyFinding(int Line, string Rule, string Message);
