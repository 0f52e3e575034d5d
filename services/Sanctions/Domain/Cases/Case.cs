using Training.Hosting;

namespace Training.Sanctions;

/// <summary>
/// A case: from an incident that was handed off, by decisions of different human beings, to a documented end. Whoever it is about, whoever handed it
/// off and the subject's line manager decide nothing in it.
/// </summary>
internal sealed partial class Case
{
    public OrganisationId Organisation { get; private init; }

    public CaseId Id { get; private init; }

    public long Version { get; private set; }

    /// <summary>Which change of the organisation's record made it what it is.</summary>
    public long Change { get; private init; }

    public CaseState State { get; private set; }

    public string Incident { get; private init; } = "";

    public string ViolationCode { get; private init; } = "";

    public Strand Strand { get; private init; }

    public int PolicyVersion { get; private init; }

    public MemberId Subject { get; private init; }

    public Constituency Constituency { get; private init; }

    public MemberId? LineManagerAtHandOff { get; private init; }

    /// <summary>Nobody when a machine did.</summary>
    public MemberId? HandedOffBy { get; private init; }

    public DateTimeOffset Happened { get; private init; }

    public DateTimeOffset FirstKnown { get; private init; }

    public DateTimeOffset Opened { get; private init; }

    public string Description { get; private init; } = "";

    public PhiImpact? PhiImpact { get; private set; }

    public ExemptionScreening? Exemption { get; private set; }

    public IndependentReview? Review { get; private set; }

    public Closure? TechnicalClosure { get; private set; }

    public Closure? ComplianceClosure { get; private set; }

    /// <summary>Oldest first; the last one counts.</summary>
    public IReadOnlyList<SanctionProposal> Proposals { get; private set; } = [];

    public SanctionProposal? Proposal => Proposals.Count == 0 ? null : Proposals[^1];

    /// <summary>The level that both keys signed; null until then. With <see cref="Happened"/> it makes later violations repeats.</summary>
    public int? SignedLevel { get; private set; }

    public RemediationId? RemediationId { get; private set; }

    public Remediation? Remediation { get; private set; }

    /// <summary>Why both keys turned and no training was ordered, or why it is no longer waited for; empty otherwise.</summary>
    public string NoRemediationBecause { get; private set; } = "";

    public Execution? Execution { get; private set; }

    public DateTimeOffset? Closed { get; private set; }

    /// <summary>An exemption applies to a security code, which none exempts by law: somebody independent has to look first.</summary>
    public bool AwaitsReview => State == CaseState.Open && Exemption is { Applies.Count: > 0 } && Review is null;

    public static Case HandOff(CaseId id, Incident incident, Person subject, SanctionPolicy policy, int policyVersion, Caller caller, DateTimeOffset now)
    {
        incident.Check(now);
        var violation = policy.Violation(incident.ViolationCode);
        return new Case
        {
            Organisation = caller.Organisation,
            Id = id,
            Version = 1,
            State = CaseState.Open,
            Incident = incident.Number,
            ViolationCode = violation.Code,
            Strand = violation.Strand,
            PolicyVersion = policyVersion,
            Subject = incident.Subject,
            Constituency = subject.Constituency,
            LineManagerAtHandOff = subject.LineManager,
            HandedOffBy = caller.Member,
            Happened = incident.Happened,
            FirstKnown = incident.FirstKnown,
            Opened = now,
            Description = incident.Description,
        };
    }

    /// <summary>
    /// The case as it was when it was handed off: all that whoever hands it off again is told, for they may not read it. Who handed it off is told to them alone.
    /// </summary>
    public Case AsHandedOff(Caller asker) => new()
    {
        Organisation = Organisation,
        Id = Id,
        Version = 1,
        State = CaseState.Open,
        Incident = Incident,
        ViolationCode = ViolationCode,
        Strand = Strand,
        PolicyVersion = PolicyVersion,
        Subject = Subject,
        Constituency = Constituency,
        LineManagerAtHandOff = LineManagerAtHandOff,
        HandedOffBy = HandedOffBy == asker.Member ? HandedOffBy : null,
        Happened = Happened,
        FirstKnown = FirstKnown,
        Opened = Opened,
        Description = Description,
    };

    public bool IsOf(Incident incident) =>
        (Incident, ViolationCode, Subject, Happened, FirstKnown, Description)
        == (incident.Number, incident.ViolationCode, incident.Subject, incident.Happened, incident.FirstKnown, incident.Description);

    public void DecidePhiImpact(Step step, OfficerRegister register, bool involved, string reason)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        register.RequireAny(by, step.Today);
        RequireUndecided();
        if (PhiImpact is not null)
            throw new PhiImpactDecidedAlready();
        PhiImpact = new PhiImpact(involved, Wording.Required("reason", reason, step.At), by, step.At);
        Version++;
    }

    public void AnswerExemption(Step step, OfficerRegister register, SanctionPolicy policy, IReadOnlyList<Answer> answers)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        register.Require(by, Office.Privacy, step.Today);
        RequireUndecided();
        if (Exemption is not null)
            throw new ExemptionAnsweredAlready();
        ExemptionAnswers.Check(answers, policy);
        var yes = answers.Where(answer => answer.Yes).Select(answer => answer.Question).ToHashSet(StringComparer.Ordinal);
        Exemption = new ExemptionScreening(answers, policy.Applying(yes), by, step.At);
        Version++;
        if (Exemption.Applies.Count > 0 && Strand == Strand.Privacy)
            Close(CaseState.ClosedWithoutSanction, step.At);
    }

    public void RecordReview(Step step, bool proceed, string reasons)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        if (!AwaitsReview)
            throw new NoReviewAsked();
        if (by == Exemption!.By || by == PhiImpact?.By || by == TechnicalClosure?.By || by == ComplianceClosure?.By)
            throw new ReviewerNotIndependent();
        Review = new IndependentReview(proceed, Wording.Required("reasons", reasons, step.At), by, step.At);
        Version++;
        if (!proceed)
            Close(CaseState.ClosedWithoutSanction, step.At);
    }

    public void SignTechnicalClosure(Step step, OfficerRegister register, string note)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        register.Require(by, Office.Security, step.Today);
        RequireUndecided();
        if (TechnicalClosure is not null)
            throw new ClosureSignedAlready("technical");
        TechnicalClosure = Signed(by, ComplianceClosure, step, note);
        Version++;
    }

    public void SignComplianceClosure(Step step, OfficerRegister register, string note)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        register.Require(by, Office.Privacy, step.Today);
        RequireUndecided();
        if (ComplianceClosure is not null)
            throw new ClosureSignedAlready("compliance");
        ComplianceClosure = Signed(by, TechnicalClosure, step, note);
        Version++;
    }

    private static Closure Signed(MemberId by, Closure? other, Step step, string note) =>
        by == other?.By ? throw new SecondClosureBySamePerson() : new Closure(by, step.At, Wording.Required("note", note, step.At));

    private void Close(CaseState end, DateTimeOffset at)
    {
        State = end;
        Closed = at;
    }

    private MemberId Uninvolved(Step step)
    {
        var by = HumanBeing(step);
        if (by == Subject)
            throw new SubjectDecidesNothing();
        if (by == HandedOffBy)
            throw new ReporterDecidesNothing();
        if (by == LineManagerAtHandOff || by == step.LineManager)
            throw new SuperiorDecidesNothing();
        if (by == Review?.By)
            throw new ReviewerDecidesNothingElse();
        return by;
    }

    private static MemberId HumanBeing(Step step) => step.By ?? throw new StepNeedsHumanBeing();

    private void RequireSeenAsItIs(Step step)
    {
        if (step.SeenVersion != Version)
            throw new CaseChangedMeanwhile(step.SeenVersion, Version);
    }

    private void RequireUndecided()
    {
        if (State is not (CaseState.Open or CaseState.Proposed))
            throw new CaseIsPastThat(State);
    }
}
