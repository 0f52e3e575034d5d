using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;
using Training.AppHost.Sample.Story.Steps;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The case, and what the person had been taught before it happened. Reading both is recorded in the audit log.</summary>
internal sealed record CaseFacts(ClosedCase Case, string Violation, IReadOnlyList<(string Text, string Citation, bool Yes)> Exemptions, IReadOnlyList<CaseFacts.Deed> Deeds)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(CaseFacts));

    public static async Task<CaseFacts?> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var cases = await stage.Gateway.AskAsync<Connection<Summary>>(
            People.Auditor(People.Hospital), Ask["ClosedCase"], new { violation = HandleViolation.Code }, ct);
        if (cases.Nodes is not [{ Case: var found }])
            return null;
        var questions = found.Policy.Questions.ToDictionary(question => question.Key);
        return new CaseFacts(
            found,
            found.Policy.Violations.Single(violation => violation.Code == found.ViolationCode).Description,
            [.. found.Exemption.Answers.Select(answer => (questions[answer.Question].Text, questions[answer.Question].Citation, answer.Yes))],
            [.. DeedsOf(found, cast)]);
    }

    private static IEnumerable<Deed> DeedsOf(ClosedCase found, Cast cast)
    {
        yield return new Deed("Handed off", found.HandedOffById is { } member ? cast.NameOf(member) : "another system", found.Opened);
        yield return new Deed(found.PhiImpact.Involved ? "Decided: PHI was involved" : "Decided: no PHI was involved", cast.NameOf(found.PhiImpact.DecidedById), found.PhiImpact.Decided);
        yield return new Deed("Exemption questions answered", cast.NameOf(found.Exemption.AnsweredById), found.Exemption.Answered);
        yield return new Deed("Technical closure", cast.NameOf(found.TechnicalClosure.MemberId), found.TechnicalClosure.Signed);
        yield return new Deed("Compliance closure", cast.NameOf(found.ComplianceClosure.MemberId), found.ComplianceClosure.Signed);
        foreach (var signature in found.Sanction.Signatures)
        {
            var office = signature.Office == Office.Privacy ? "privacy office" : "security office";
            yield return new Deed($"Measure signed for the {office}", cast.NameOf(signature.MemberId), signature.Signed);
        }

        yield return new Deed("Executed by HR", cast.NameOf(found.Execution.ExecutedById), found.Execution.Recorded);
    }

    /// <summary>Who did what, when.</summary>
    internal sealed record Deed(string What, string Who, DateTimeOffset When);

    private sealed record Summary(ClosedCase Case);
}
