using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>A case that came to its end by a sanction and the remedial training.</summary>
internal sealed record ClosedCase(
    string Incident, string ViolationCode, DateTimeOffset Happened, DateTimeOffset Opened, string? HandedOffById, ClosedCase.Impact PhiImpact, ClosedCase.Screening Exemption,
    ClosedCase.Signature TechnicalClosure, ClosedCase.Signature ComplianceClosure, ClosedCase.Decision Sanction, ClosedCase.Deed Execution, ClosedCase.Remedy? Remediation,
    DateTimeOffset Closed, ClosedCase.Catalogue Policy, ClosedCase.Finding Training)
{
    internal sealed record Impact(bool Involved, string DecidedById, DateTimeOffset Decided);

    internal sealed record Screening(IReadOnlyList<Answer> Answers, IReadOnlyList<string> Applies, string AnsweredById, DateTimeOffset Answered);

    internal sealed record Answer(string Question, bool Yes);

    internal sealed record Signature(string MemberId, Office? Office, DateTimeOffset Signed);

    internal sealed record Decision(string Finding, int Level, string Measure, IReadOnlyList<Signature> Signatures);

    internal sealed record Deed(string ExecutedById, DateTimeOffset Recorded);

    internal sealed record Remedy(IReadOnlyList<string> Decisions, DateTimeOffset? Completed);

    internal sealed record Catalogue(IReadOnlyList<Violation> Violations, IReadOnlyList<Question> Questions);

    internal sealed record Violation(string Code, string Description);

    internal sealed record Question(string Key, string Text, string Citation);

    internal sealed record Finding(TrainingVerdict Verdict, IReadOnlyList<Taught> Decisions);

    internal sealed record Taught(
        string Decision, string DecisionTitle, string ScenarioTitle, int? ScenarioVersion, DateTimeOffset? Passed, IReadOnlyList<Chosen> Choices);

    internal sealed record Chosen(string Text, Outcome Outcome);
}
