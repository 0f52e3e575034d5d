using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using NodaTime.Text;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>Cases as the contract shows them.</summary>
internal static class CaseMessages
{
    public static V1.Case ToMessage(this Case file)
    {
        var message = new V1.Case
        {
            Id = file.Id.ToString(),
            Version = file.Version,
            State = (V1.CaseState)file.State,
            Incident = file.Incident,
            ViolationCode = file.ViolationCode,
            PolicyVersion = file.PolicyVersion,
            MemberId = file.Subject.ToString(),
            HandedOffBy = file.HandedOffBy?.ToString() ?? "",
            Happened = file.Happened.ToTimestamp(),
            FirstKnownByWorkforce = file.FirstKnown.ToTimestamp(),
            Opened = file.Opened.ToTimestamp(),
            Description = file.Description,
            PhiImpact = file.PhiImpact?.ToMessage(),
            Exemption = file.Exemption?.ToMessage(),
            IndependentReview = file.Review?.ToMessage(),
            TechnicalClosure = file.TechnicalClosure?.ToMessage(),
            ComplianceClosure = file.ComplianceClosure?.ToMessage(),
            Proposal = file.Proposal?.ToMessage(),
            Execution = file.Execution?.ToMessage(),
            Remediation = file.Remediation?.ToMessage(),
            NoRemediationBecause = file.NoRemediationBecause,
            Closed = file.Closed?.ToTimestamp(),
        };
        message.NextSteps.AddRange(NextSteps.Of(file));
        message.SupersededProposals.AddRange(file.Proposals.SkipLast(1).Select(ToMessage));
        return message;
    }

    /// <summary>What a list shows: nothing of what was said or decided.</summary>
    public static CaseSummary ToSummary(this Case file) => new()
    {
        Id = file.Id.ToString(),
        ViolationCode = file.ViolationCode,
        State = (V1.CaseState)file.State,
        Opened = file.Opened.ToTimestamp(),
        Closed = file.Closed?.ToTimestamp(),
    };

    private static V1.PhiImpact ToMessage(this PhiImpact impact) =>
        new() { Involved = impact.Involved, Reason = impact.Reason, DecidedBy = impact.By.ToString(), Decided = impact.Decided.ToTimestamp() };

    private static V1.ExemptionScreening ToMessage(this ExemptionScreening screening) => new()
    {
        Answers = { screening.Answers.Select(answer => new V1.Answer { QuestionId = answer.Question, Yes = answer.Yes }) },
        Applies = { screening.Applies },
        AnsweredBy = screening.By.ToString(),
        Answered = screening.Answered.ToTimestamp(),
    };

    private static V1.IndependentReview ToMessage(this IndependentReview review) =>
        new() { Proceed = review.Proceed, Reasons = review.Reasons, DecidedBy = review.By.ToString(), Decided = review.Decided.ToTimestamp() };

    private static CaseSignature ToMessage(this Closure closure) =>
        new() { MemberId = closure.By.ToString(), Signed = closure.Signed.ToTimestamp(), Note = closure.Note };

    private static CaseSignature ToMessage(this Key key) =>
        new() { MemberId = key.By.ToString(), Office = (Workforce.V1.Office)key.Office, Signed = key.Signed.ToTimestamp() };

    private static V1.Proposal ToMessage(this SanctionProposal proposal)
    {
        var message = new V1.Proposal
        {
            Finding = proposal.Draft.Finding,
            Level = proposal.Draft.Level,
            Measure = proposal.Draft.Measure,
            Reasons = proposal.Draft.Reasons,
            RemedialDueOn = proposal.Draft.RemedialDueOn is { } due ? Iso(due) : "",
            DocumentHash = ByteString.CopyFrom(proposal.DocumentHash),
            EarlierViolations = proposal.EarlierViolations,
            Signatures = { proposal.First.ToMessage() },
        };
        if (proposal.Second is { } second)
            message.Signatures.Add(second.ToMessage());
        return message;
    }

    private static V1.Execution ToMessage(this Execution execution) => new()
    {
        ExecutedOn = Iso(execution.On),
        Reference = execution.Reference,
        ExecutedBy = execution.By.ToString(),
        Recorded = execution.Recorded.ToTimestamp(),
    };

    private static V1.Remediation ToMessage(this Remediation remediation) => new()
    {
        Id = remediation.Id.ToString(),
        ScenarioId = remediation.Scenario.ToString(),
        Decisions = { remediation.Decisions },
        DueOn = Iso(remediation.DueOn),
        Ordered = remediation.Ordered.ToTimestamp(),
        Completed = remediation.Completed?.ToTimestamp(),
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
