namespace Training.Sanctions;

/// <summary>What has to happen next in a case, and who can do it.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> Of(Case file) => file.State switch
    {
        CaseState.Open => [.. Undecided(file), Proposing(file)],
        CaseState.Proposed => [.. Undecided(file), Signing(file)],
        CaseState.Signed => [.. Executing(file), .. Training(file)],
        CaseState.Executed => [.. Training(file)],
        CaseState.ClosedWithoutSanction or CaseState.Closed => [],
    };

    private static IEnumerable<string> Undecided(Case file)
    {
        if (file.PhiImpact is null)
            yield return "A privacy or security officer decides whether PHI was involved (DecidePhiImpact).";
        if (file.Exemption is null)
            yield return "The privacy officer answers every exemption question of the policy (AnswerExemptionQuestions).";
        if (file.AwaitsReview)
            yield return "A reviewer who has no part in the case decides whether it may be pursued (RecordIndependentReview).";
        if (file.TechnicalClosure is null)
            yield return "The security officer signs the technical closure (SignTechnicalClosure).";
        if (file.ComplianceClosure is null)
            yield return "The privacy officer, another human being than the one of the technical closure, signs the compliance closure (SignComplianceClosure).";
    }

    private static string Proposing(Case file) => file.Exemption is null || file.AwaitsReview
        ? "After that, an officer proposes the finding and sanction (ProposeSanction)."
        : "An officer proposes the finding and sanction, or no sanction with reasons (ProposeSanction).";

    private static string Signing(Case file) =>
        $"Another human being, of the {Words.Of(file.Proposal!.First.Office == Office.Privacy ? Office.Security : Office.Privacy)}, signs the same document (SignSanction)"
        + (file.MissingBeforeSignature().Count > 0 ? " once the above is done." : ".");

    private static IEnumerable<string> Executing(Case file) =>
        [$"Somebody of HR who did not sign carries out '{file.Proposal!.Draft.Measure}' and records it (ExecuteSanction)."];

    private static IEnumerable<string> Training(Case file) => file.Remediation is { Completed: null } open && file.NoRemediationBecause == ""
        ? [$"The person passes the remedial training '{open.Title}' by {open.DueOn:uuuu-MM-dd}; it is assigned to them."]
        : [];
}
