namespace Training.Sanctions;

/// <summary>What reading a document found wrong, by line.</summary>
internal sealed class PolicyFindings
{
    private readonly List<PolicyFinding> _found = [];

    public IReadOnlyList<PolicyFinding> All => [.. _found.OrderBy(finding => finding.Line)];

    public bool None => _found.Count == 0;

    public void Add(long line, string rule, string message) => _found.Add(new PolicyFinding((int)line, rule, message));
}
