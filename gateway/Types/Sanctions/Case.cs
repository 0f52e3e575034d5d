using HotChocolate.Types.Relay;
using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>How far a case is.</summary>
internal enum CaseState
{
    /// <summary>Handed off; PHI impact, exemption questions and closures are answered in any order.</summary>
    Open = 1,

    /// <summary>An exemption applies, or the officers documented that there is no sanction.</summary>
    ClosedWithoutSanction = 2,

    /// <summary>The sanction's document carries one signature.</summary>
    Proposed = 3,

    /// <summary>It carries both; HR executes.</summary>
    Signed = 4,

    /// <summary>HR has executed it; the remedial training is being done.</summary>
    Executed = 5,

    /// <summary>Executed, and the remedial training passed.</summary>
    Closed = 6,
}

/// <summary>What a list of cases shows: nothing of what was said or decided.</summary>
internal sealed class CaseSummary(V1.CaseSummary message)
{
    /// <summary>The case's id.</summary>
    [ID<Case>]
    public string Id => message.Id;

    /// <summary>The catalogue's code, such as P01.</summary>
    public string ViolationCode => message.ViolationCode;

    /// <summary>How far it is.</summary>
    public CaseState State => (CaseState)message.State;

    /// <summary>When it was handed off.</summary>
    public DateTimeOffset Opened => message.Opened.ToDateTimeOffset();

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Closed => message.Closed.Instant();
}

/// <summary>
/// A case: from an incident that was handed off, by decisions of different human beings, to a documented end. Reading a case is itself recorded in the audit log.
/// </summary>
internal sealed class Case(V1.Case message)
{
    /// <summary>Names the case in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Grows with every step: each step names the version that it was decided on.</summary>
    public long Version => message.Version;

    /// <summary>How far it is.</summary>
    public CaseState State => (CaseState)message.State;

    /// <summary>The incident's number in the system that it came from.</summary>
    public string Incident => message.Incident;

    /// <summary>The catalogue's code, such as P01.</summary>
    public string ViolationCode => message.ViolationCode;

    /// <summary>The sanction policy that was in force when the case was opened.</summary>
    public int PolicyVersion => message.PolicyVersion;

    /// <summary>Whose conduct it is.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>None where a machine handed it off.</summary>
    [ID<Member>]
    public string? HandedOffById => message.HandedOffBy.OrNull();

    /// <summary>When it happened.</summary>
    public DateTimeOffset Happened => message.Happened.ToDateTimeOffset();

    /// <summary>When any member of the workforce, except who did it, first knew: the breach clock may start there (45 CFR 164.404).</summary>
    public DateTimeOffset? FirstKnownByWorkforce => message.FirstKnownByWorkforce.Instant();

    /// <summary>When it was handed off.</summary>
    public DateTimeOffset Opened => message.Opened.ToDateTimeOffset();

    /// <summary>What happened, without patient data.</summary>
    public string Description => message.Description;

    /// <summary>Whether protected health information was involved, once that is decided.</summary>
    public PhiImpact? PhiImpact => message.PhiImpact is { } impact ? new PhiImpact(impact) : null;

    /// <summary>The answers to the exemption questions, once they are given.</summary>
    public ExemptionScreening? Exemption => message.Exemption is { } exemption ? new ExemptionScreening(exemption) : null;

    /// <summary>What an independent reviewer said, where an exemption made one necessary.</summary>
    public IndependentReview? IndependentReview => message.IndependentReview is { } review ? new IndependentReview(review) : null;

    /// <summary>The cause is found and ended.</summary>
    public CaseSignature? TechnicalClosure => message.TechnicalClosure is { } closure ? new CaseSignature(closure) : null;

    /// <summary>Assessed, mitigated, documented.</summary>
    public CaseSignature? ComplianceClosure => message.ComplianceClosure is { } closure ? new CaseSignature(closure) : null;

    /// <summary>The sanction: finding, level and measure.</summary>
    public Sanction? Sanction => message.Proposal is { } proposal ? new Sanction(proposal) : null;

    /// <summary>Proposals whose place a later one took, oldest first.</summary>
    public IEnumerable<Sanction> SupersededSanctions => message.SupersededProposals.Select(proposal => new Sanction(proposal));

    /// <summary>That HR carried the measure out.</summary>
    public Execution? Execution => message.Execution is { } execution ? new Execution(execution) : null;

    /// <summary>The training that it ends with.</summary>
    public Remediation? Remediation => message.Remediation is { } remediation ? new Remediation(remediation) : null;

    /// <summary>Why no remedial training was ordered although both keys turned, or why it is no longer waited for.</summary>
    public string? NoRemediationBecause => message.NoRemediationBecause.OrNull();

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Closed => message.Closed.Instant();

    /// <summary>What has to happen next, in plain words, and who can do it.</summary>
    public IEnumerable<string> NextSteps => message.NextSteps;
}
