using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>The gRPC edge of cases: message → use case → message.</summary>
internal sealed class CasesService(
    HandOffIncident handOff, DecidePhiImpact decide, AnswerExemptionQuestions answer, RecordIndependentReview review, SignClosure close,
    ProposeSanction propose, SignSanction sign, ExecuteSanction execute, CaseReader reader) : Cases.CasesBase
{
    public override async Task<V1.Case> HandOffIncident(HandOffIncidentRequest request, ServerCallContext context) =>
        (await handOff.Run(request.ToIncident(), context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> DecidePhiImpact(DecidePhiImpactRequest request, ServerCallContext context) =>
        (await decide.Run(Id(request.CaseId), request.CaseVersion, request.PhiInvolved, request.Reason, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> AnswerExemptionQuestions(AnswerExemptionQuestionsRequest request, ServerCallContext context) =>
        (await answer.Run(Id(request.CaseId), request.CaseVersion, [.. request.Answers.Select(a => new Answer(a.QuestionId, a.Yes))], context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> RecordIndependentReview(RecordIndependentReviewRequest request, ServerCallContext context) =>
        (await review.Run(Id(request.CaseId), request.CaseVersion, request.Proceed, request.Reasons, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> SignTechnicalClosure(SignClosureRequest request, ServerCallContext context) =>
        (await close.Technical(Id(request.CaseId), request.CaseVersion, request.Note, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> SignComplianceClosure(SignClosureRequest request, ServerCallContext context) =>
        (await close.Compliance(Id(request.CaseId), request.CaseVersion, request.Note, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> ProposeSanction(ProposeSanctionRequest request, ServerCallContext context) =>
        (await propose.Run(Id(request.CaseId), request.CaseVersion, request.Office.ToOffice(), request.ToDraft(), context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> SignSanction(SignSanctionRequest request, ServerCallContext context) =>
        (await sign.Run(Id(request.CaseId), request.CaseVersion, request.Office.ToOffice(), request.DocumentHash.Memory, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> ExecuteSanction(ExecuteSanctionRequest request, ServerCallContext context) =>
        (await execute.Run(Id(request.CaseId), request.CaseVersion, CaseRequests.Day("executed_on", request.ExecutedOn), request.Reference, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Case> GetCase(GetCaseRequest request, ServerCallContext context) =>
        (await reader.Read(CaseId.Parse("id", request.Id), context.CancellationToken)).ToMessage();

    public override async Task<BatchGetCasesResponse> BatchGetCases(BatchGetCasesRequest request, ServerCallContext context) =>
        new() { Cases = { (await reader.Some(Ids(request.CaseIds), context.CancellationToken)).Select(file => file.ToMessage()) } };

    public override async Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context)
    {
        var page = await reader.List(request.Filter.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListCasesResponse { Cases = { page.Rows.Select(file => file.ToSummary()) } });
    }

    public override async Task<BatchListCasesResponse> BatchListCases(BatchListCasesRequest request, ServerCallContext context)
    {
        HashSet<MemberId> members = [.. request.MemberIds.Select(id => MemberId.Parse("member_ids", id))];
        var lists = await reader.Lists(members, request.Filter.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return new BatchListCasesResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new CasesOf { Of = list.Of.ToString(), Cases = { list.Page.Rows.Select(file => file.ToSummary()) } })) },
        };
    }

    public override async Task<V1.TrainingFinding> ExplainTraining(ExplainTrainingRequest request, ServerCallContext context)
    {
        var (file, finding) = await reader.ExplainTraining(Id(request.CaseId), context.CancellationToken);
        return finding.ToMessage(file);
    }

    public override async Task<BatchExplainTrainingResponse> BatchExplainTraining(BatchExplainTrainingRequest request, ServerCallContext context) => new()
    {
        Findings = { (await reader.ExplainTraining(Ids(request.CaseIds), context.CancellationToken)).Select(explained => explained.Finding.ToMessage(explained.File)) },
    };

    private static HashSet<CaseId> Ids(IEnumerable<string> texts) => [.. texts.Select(text => CaseId.Parse("case_ids", text))];

    private static CaseId Id(string text) => CaseId.Parse("case_id", text);
}
