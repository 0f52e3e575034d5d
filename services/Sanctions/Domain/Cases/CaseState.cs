namespace Training.Sanctions;

internal enum CaseState
{
    /// <summary>PHI impact, exemption questions and closures are answered in any order.</summary>
    Open = 1,

    /// <summary>An exemption applies, the reviewer stopped it, or both officers documented "no sanction".</summary>
    ClosedWithoutSanction,

    /// <summary>The document carries one signature.</summary>
    Proposed,

    /// <summary>It carries both; HR executes.</summary>
    Signed,

    /// <summary>HR has executed; the remedial training is being done.</summary>
    Executed,

    Closed,
}
