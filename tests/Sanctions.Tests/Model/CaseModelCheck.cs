namespace Training.Sanctions.Tests;

public sealed class CaseModelCheck
{
    private static readonly int Cases = LongRun.Count(4_000, 400_000);
    private const int Steps = 120;

    [Fact]
    public void No_sequence_of_steps_reaches_a_sanction_around_a_gate()
    {
        var ends = new Dictionary<CaseState, int>();
        var answers = new Dictionary<string, int>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var model = new CaseModel(seed);
            for (var step = 0; step < Steps && model.File.State is not (CaseState.Closed or CaseState.ClosedWithoutSanction); step++)
            {
                var answer = model.TryOne();
                answers[answer] = answers.GetValueOrDefault(answer) + 1;
                Check(model);
            }

            ends[model.File.State] = ends.GetValueOrDefault(model.File.State) + 1;
        }

        // A check that never came near a gate would prove nothing.
        Assert.All(Enum.GetValues<CaseState>().Except([CaseState.Open]), state => Assert.True(ends.GetValueOrDefault(state) > 0, $"no case ended {state}"));
        Assert.All(Expected, answer => Assert.True(answers.GetValueOrDefault(answer) > 0, $"{answer} never came"));
        LongRun.Print($"Sanctions: {Cases} random cases, {answers.Values.Sum()} attempts of {answers.Count} outcomes, "
            + $"ended {string.Join(", ", ends.OrderBy(end => end.Key).Select(end => $"{end.Key} {end.Value}"))}; no way around a gate");
    }

    private static IReadOnlyList<string> Expected { get; } =
    [
        "SUBJECT_DECIDES_NOTHING", "REPORTER_DECIDES_NOTHING", "SUPERIOR_DECIDES_NOTHING", "CASE_CHANGED_MEANWHILE", "STEP_NEEDS_HUMAN_BEING", "EXEMPTION_NOT_ANSWERED",
        "INDEPENDENT_REVIEW_PENDING", "REVIEWER_NOT_INDEPENDENT", "SECOND_CLOSURE_BY_SAME_PERSON", "CLOSURE_SIGNED_ALREADY", "NOT_READY_TO_SIGN", "OTHER_DOCUMENT",
        "BOTH_KEYS_BY_ONE_PERSON", "BOTH_KEYS_OF_ONE_OFFICE", "OFFICE_NOT_HELD", "NOTHING_PROPOSED", "NOT_SIGNED_YET", "SIGNER_CANNOT_EXECUTE", "CASE_IS_PAST_THAT",
        "PHI_IMPACT_DECIDED_ALREADY", "EXEMPTION_ANSWERED_ALREADY", "NO_REVIEW_ASKED", "REVIEWER_DECIDES_NOTHING_ELSE", "EARLIER_VIOLATIONS_CHANGED",
    ];

    private static void Check(CaseModel model)
    {
        var file = model.File;
        Assert.DoesNotContain(Deciders(file), model.Forbidden.Contains);
        if (file.TechnicalClosure is { } technical && file.ComplianceClosure is { } compliance)
            Assert.NotEqual(technical.By, compliance.By);
        if (file.State == CaseState.ClosedWithoutSanction && file.Proposal?.Second is null)
        {
            Assert.True(file.Exemption!.Applies.Count > 0);
            Assert.True(file.Strand == Strand.Privacy || file.Review is { Proceed: false });
        }

        if (file.State is CaseState.Signed or CaseState.Executed or CaseState.Closed || file.SignedLevel is not null)
            CheckSigned(file);
        if (file.State is CaseState.Executed or CaseState.Closed)
            CheckExecuted(file);
    }

    private static void CheckSigned(Case file)
    {
        Assert.NotNull(file.PhiImpact);
        Assert.NotNull(file.TechnicalClosure);
        Assert.NotNull(file.ComplianceClosure);
        Assert.True(file.Exemption!.Applies.Count == 0 || (file.Strand == Strand.Security && file.Review is { Proceed: true }));
        var (first, second) = (file.Proposal!.First, file.Proposal.Second!);
        Assert.NotEqual(first.By, second.By);
        Assert.NotEqual(first.Office, second.Office);
        Assert.DoesNotContain(
            file.Review?.By, new Hosting.MemberId?[] { first.By, second.By, file.PhiImpact!.By, file.TechnicalClosure!.By, file.ComplianceClosure!.By });
        Assert.All(new[] { first, second }, key => Assert.Contains(key.By, key.Office == Office.Privacy
            ? new[] { People.Privacy, People.PrivacyDeputy, People.BothOffices, People.Supervisor, People.Reporter } : [People.Security, People.SecurityDeputy, People.BothOffices]));
        Assert.Equal(SanctionProposal.HashOf(file, file.Proposal.Draft, file.Proposal.EarlierViolations), file.Proposal.DocumentHash);
        Assert.All(file.Proposals.SkipLast(1), superseded => Assert.Null(superseded.Second));
    }

    private static void CheckExecuted(Case file)
    {
        Assert.True(file.SignedLevel > 0);
        Assert.NotEqual(file.Subject, file.Execution!.By);
        Assert.DoesNotContain(file.Execution.By, new[] { file.Proposal!.First.By, file.Proposal.Second!.By });
        Assert.Equal(file.State == CaseState.Closed, file.Remediation is null or { Completed: not null });
    }

    private static IEnumerable<Hosting.MemberId> Deciders(Case file) =>
        new[] { file.PhiImpact?.By, file.Exemption?.By, file.Review?.By, file.TechnicalClosure?.By, file.ComplianceClosure?.By }.OfType<Hosting.MemberId>()
            .Concat(file.Proposals.SelectMany(proposal => new[] { proposal.First.By, proposal.Second?.By }).OfType<Hosting.MemberId>());
}
