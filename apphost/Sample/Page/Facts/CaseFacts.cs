using Training.AppHost.Sample.Story;
using Training.AppHost.Sample.Story.Steps;
using Training.Sanctions.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The case, and what the person had been taught before it happened. Reading both is recorded in the audit log.</summary>
internal sealed record CaseFacts(Case Case, TrainingFinding Finding, string Violation, IReadOnlyList<(string Text, string Citation, bool Yes)> Exemptions, IReadOnlyList<CaseFacts.Deed> Deeds)
{
    public static async Task<CaseFacts?> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var auditor = stage.As(People.Auditor(People.Hospital));
        var cases = await Pages.AllAsync(
            token => stage.Services.Cases.ListCasesAsync(new ListCasesRequest { PageSize = Pages.Largest, PageToken = token }, auditor, cancellationToken: ct),
            page => page.Cases,
            page => page.NextPageToken);
        if (cases.LastOrDefault(one => one.ViolationCode == HandleViolation.Code && one.State == CaseState.Closed) is not { } summary)
            return null;
        var found = await stage.Services.Cases.GetCaseAsync(new GetCaseRequest { Id = summary.Id }, auditor, cancellationToken: ct);
        var finding = await stage.Services.Cases.ExplainTrainingAsync(new ExplainTrainingRequest { CaseId = found.Id }, auditor, cancellationToken: ct);
        var policy = await stage.Services.Policies.GetPolicyAsync(new GetPolicyRequest { Version = found.PolicyVersion }, auditor, cancellationToken: ct);
        var questions = policy.Questions.ToDictionary(question => question.Id);
        return new CaseFacts(
            found,
            finding,
            policy.Violations.Single(violation => violation.Code == found.ViolationCode).Description,
            [.. found.Exemption.Answers.Select(answer => (questions[answer.QuestionId].Text, questions[answer.QuestionId].Citation, answer.Yes))],
            [.. DeedsOf(found, cast)]);
    }

    private static IEnumerable<Deed> DeedsOf(Case found, Cast cast)
    {
        yield return new Deed("Handed off", cast.NameOf(found.HandedOffBy), found.Opened.ToDateTime());
        yield return new Deed(found.PhiImpact.Involved ? "Decided: PHI was involved" : "Decided: no PHI was involved", cast.NameOf(found.PhiImpact.DecidedBy), found.PhiImpact.Decided.ToDateTime());
        yield return new Deed("Exemption questions answered", cast.NameOf(found.Exemption.AnsweredBy), found.Exemption.Answered.ToDateTime());
        yield return new Deed("Technical closure", cast.NameOf(found.TechnicalClosure.MemberId), found.TechnicalClosure.Signed.ToDateTime());
        yield return new Deed("Compliance closure", cast.NameOf(found.ComplianceClosure.MemberId), found.ComplianceClosure.Signed.ToDateTime());
        foreach (var signature in found.Proposal.Signatures)
        {
            var office = signature.Office == Office.Privacy ? "privacy office" : "security office";
            yield return new Deed($"Measure signed for the {office}", cast.NameOf(signature.MemberId), signature.Signed.ToDateTime());
        }

        yield return new Deed("Executed by HR", cast.NameOf(found.Execution.ExecutedBy), found.Execution.Recorded.ToDateTime());
    }

    /// <summary>Who did what, when.</summary>
    internal sealed record Deed(string What, string Who, DateTime When);
}
