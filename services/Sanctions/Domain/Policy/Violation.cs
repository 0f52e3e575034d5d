namespace Training.Sanctions;

/// <summary>Which rule a violation breaks: the exemptions of 164.530(e)(1) belong to the Privacy Rule alone.</summary>
internal enum Strand
{
    Privacy,
    Security,
}

/// <summary>An entry of the catalogue: its levels as a rule, and the decision points that teach how to avoid it.</summary>
internal sealed record Violation(
    string Code, string Description, Strand Strand, int LowestLevel, int HighestLevel, IReadOnlyList<string> Decisions);
