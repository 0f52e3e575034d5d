using HotChocolate.Types.Relay;
using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>Whether protected health information was involved.</summary>
internal sealed class PhiImpact(V1.PhiImpact message)
{
    /// <summary>Whether it was.</summary>
    public bool Involved => message.Involved;

    /// <summary>Why it was decided so.</summary>
    public string Reason => message.Reason;

    /// <summary>Who decided it.</summary>
    [ID<Member>]
    public string DecidedById => message.DecidedBy;

    /// <summary>When.</summary>
    public DateTimeOffset Decided => message.Decided.ToDateTimeOffset();
}

/// <summary>The answers to the two exemptions of 45 CFR 164.530(e)(1).</summary>
internal sealed class ExemptionScreening(V1.ExemptionScreening message)
{
    /// <summary>One for each question of the policy.</summary>
    public IEnumerable<ExemptionAnswer> Answers => message.Answers.Select(answer => new ExemptionAnswer(answer));

    /// <summary>The citations of the exemptions that apply; empty where none does.</summary>
    public IEnumerable<string> Applies => message.Applies;

    /// <summary>Who answered.</summary>
    [ID<Member>]
    public string AnsweredById => message.AnsweredBy;

    /// <summary>When.</summary>
    public DateTimeOffset Answered => message.Answered.ToDateTimeOffset();
}

/// <summary>An answer to one of the policy's exemption questions.</summary>
internal sealed class ExemptionAnswer(V1.Answer message)
{
    /// <summary>The question's key in the policy.</summary>
    public string Question => message.QuestionId;

    /// <summary>The answer.</summary>
    public bool Yes => message.Yes;
}

/// <summary>What a reviewer who has decided nothing in the case says about pursuing it.</summary>
internal sealed class IndependentReview(V1.IndependentReview message)
{
    /// <summary>Whether the case may be pursued.</summary>
    public bool Proceed => message.Proceed;

    /// <summary>Why.</summary>
    public string Reasons => message.Reasons;

    /// <summary>Who decided it.</summary>
    [ID<Member>]
    public string DecidedById => message.DecidedBy;

    /// <summary>When.</summary>
    public DateTimeOffset Decided => message.Decided.ToDateTimeOffset();
}

/// <summary>A human being's signature in a case.</summary>
internal sealed class CaseSignature(V1.CaseSignature message)
{
    /// <summary>Who signed.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>The office that it was given for; none for a closure signed by its role.</summary>
    public Office? Office => message.Office == default ? null : (Office)message.Office;

    /// <summary>When.</summary>
    public DateTimeOffset Signed => message.Signed.ToDateTimeOffset();

    /// <summary>What was done, at a closure.</summary>
    public string? Note => message.Note.OrNull();
}

/// <summary>Finding, level and measure as one document, which two human beings of two offices sign.</summary>
internal sealed class Sanction(V1.Proposal message)
{
    /// <summary>What was found.</summary>
    public string Finding => message.Finding;

    /// <summary>0 for no sanction, which is documented with its reasons like any other.</summary>
    public int Level => message.Level;

    /// <summary>A measure of the policy's schedule, such as written-warning; none for level 0.</summary>
    public string? Measure => message.Measure.OrNull();

    /// <summary>Why it is outside the policy's range, or why there is none.</summary>
    public string? Reasons => message.Reasons.OrNull();

    /// <summary>By when the remedial training is to be done.</summary>
    public DateOnly? RemedialDueOn => message.RemedialDueOn.DayOrNull();

    /// <summary>SHA-256 of the document: what is signed.</summary>
    public string DocumentHash => message.DocumentHash.Hex();

    /// <summary>The first is the proposer's.</summary>
    public IEnumerable<CaseSignature> Signatures => message.Signatures.Select(signature => new CaseSignature(signature));

    /// <summary>Violations of the person within the policy's look-back that both keys had signed: which range of the schedule held.</summary>
    public int EarlierViolations => message.EarlierViolations;
}

/// <summary>That HR carried the signed measure out.</summary>
internal sealed class Execution(V1.Execution message)
{
    /// <summary>On which day.</summary>
    public DateOnly ExecutedOn => message.ExecutedOn.Day();

    /// <summary>HR's own file number.</summary>
    public string? Reference => message.Reference.OrNull();

    /// <summary>Who recorded it for HR.</summary>
    [ID<Member>]
    public string ExecutedById => message.ExecutedBy;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset Recorded => message.Recorded.ToDateTimeOffset();
}

/// <summary>The training that a case ends with.</summary>
internal sealed class Remediation(V1.Remediation message)
{
    /// <summary>The scenario to be passed.</summary>
    [ID<Scenario>]
    public string? ScenarioId => message.ScenarioId.OrNull();

    /// <summary>The decisions that it trains again, such as F1.</summary>
    public IEnumerable<string> Decisions => message.Decisions;

    /// <summary>By when.</summary>
    public DateOnly DueOn => message.DueOn.Day();

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset Ordered => message.Ordered.ToDateTimeOffset();

    /// <summary>When it was passed.</summary>
    public DateTimeOffset? Completed => message.Completed.Instant();
}
