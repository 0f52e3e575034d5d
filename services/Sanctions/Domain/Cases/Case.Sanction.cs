using NodaTime;

namespace Training.Sanctions;

/// <summary>The sanction itself: two keys, execution, remedial training.</summary>
internal sealed partial class Case
{
    /// <summary>A finding, level and measure as a document with its first signature; it takes the place of one that the second key has not signed.</summary>
    public void Propose(Step step, Office office, OfficerRegister register, SanctionDraft draft, SanctionPolicy policy, int earlierViolations)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        RequireUndecided();
        if (Exemption is null)
            throw new ExemptionNotAnswered();
        if (AwaitsReview)
            throw new IndependentReviewPending();
        register.Require(by, office, step.Today);
        draft = DraftRules.Check(draft, this, policy, earlierViolations, step);
        var hash = SanctionProposal.HashOf(this, draft, earlierViolations);
        Proposals = [.. Proposals, new SanctionProposal(draft, earlierViolations, hash, new Key(by, office, step.At), Second: null)];
        State = CaseState.Proposed;
        Version++;
    }

    /// <summary>The second key: another human being of the other office signs the same document.</summary>
    public void Sign(Step step, Office office, OfficerRegister register, ReadOnlySpan<byte> documentHash, int earlierViolations)
    {
        RequireSeenAsItIs(step);
        var by = Uninvolved(step);
        RequireUndecided();
        if (Proposal is not { } proposal)
            throw new NothingProposed();
        var missing = MissingBeforeSignature();
        if (missing.Count > 0)
            throw new NotReadyToSign(missing);
        if (!documentHash.SequenceEqual(proposal.DocumentHash))
            throw new OtherDocument();
        if (earlierViolations != proposal.EarlierViolations)
            throw new EarlierViolationsChanged(proposal.EarlierViolations, earlierViolations);
        if (by == proposal.First.By)
            throw new BothKeysByOnePerson();
        if (office == proposal.First.Office)
            throw new BothKeysOfOneOffice(office);
        register.Require(by, office, step.Today);
        Proposals = [.. Proposals.SkipLast(1), proposal with { Second = new Key(by, office, step.At) }];
        SignedLevel = proposal.Draft.Level;
        Version++;
        if (proposal.IsSanction)
            State = CaseState.Signed;
        else
            Close(CaseState.ClosedWithoutSanction, step.At);
    }

    public void OrderRemediation(Remediation remediation)
    {
        Remediation = remediation;
        RemediationId = remediation.Id;
    }

    public void GoWithoutRemediation(string because) => NoRemediationBecause = because;

    /// <summary>HR carried the signed measure out. Whoever signed it does not.</summary>
    public void Execute(Step step, LocalDate on, string reference)
    {
        RequireSeenAsItIs(step);
        var by = HumanBeing(step);
        if (by == Subject)
            throw new SubjectDecidesNothing();
        if (State is CaseState.Open or CaseState.Proposed)
            throw new NotSignedYet();
        if (State != CaseState.Signed)
            throw new CaseIsPastThat(State);
        if (by == Proposal!.First.By || by == Proposal.Second!.By)
            throw new SignerCannotExecute();
        if (on < Step.EarliestDateOf(Proposal.Second.Signed) || on > Step.LatestDateOf(step.At))
            throw new ExecutionDateUnusable(step.DateOf(Proposal.Second.Signed), step.Today);
        Execution = new Execution(on, Wording.FileNumber("reference", reference), by, step.At);
        State = CaseState.Executed;
        Version++;
        CloseWhenDone(step.At);
    }

    /// <summary>The remedial training was passed, before or after the execution; told again, nothing changes.</summary>
    public void CompleteRemediation(DateTimeOffset completed, DateTimeOffset now)
    {
        if (Remediation is not { Completed: null } open)
            return;
        Remediation = open with { Completed = completed };
        Version++;
        CloseWhenDone(now);
    }

    /// <summary>The person left with the training undone: nothing is waited for any more.</summary>
    public void GiveUpRemediation(string because, DateTimeOffset now)
    {
        if (Remediation is not { Completed: null } || Closed is not null || NoRemediationBecause != "")
            return;
        NoRemediationBecause = because;
        Version++;
        CloseWhenDone(now);
    }

    /// <summary>What the second key still waits for.</summary>
    public IReadOnlyList<string> MissingBeforeSignature()
    {
        List<string> missing = [];
        if (PhiImpact is null)
            missing.Add("whether PHI was involved (DecidePhiImpact)");
        if (TechnicalClosure is null)
            missing.Add("the technical closure (SignTechnicalClosure)");
        if (ComplianceClosure is null)
            missing.Add("the compliance closure (SignComplianceClosure)");
        return missing;
    }

    private void CloseWhenDone(DateTimeOffset now)
    {
        if (State == CaseState.Executed && (NoRemediationBecause != "" || Remediation is null or { Completed: not null }))
            Close(CaseState.Closed, now);
    }
}
