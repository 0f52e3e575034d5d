using Grpc.Core;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>The gRPC edge of the curricula.</summary>
internal sealed class CurriculumLibraryService(
    ProposeCurriculum propose, ApproveCurriculum approve, DeclineCurriculum decline, CurriculumReader reader, KnownVersions known)
    : CurriculumLibrary.CurriculumLibraryBase
{
    public override async Task<V1.CurriculumVersion> ProposeCurriculum(ProposeCurriculumRequest request, ServerCallContext context) =>
        (await propose.Run(request.Content.ToDomain(), (Office)request.Office, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.CurriculumVersion> ApproveCurriculum(ApproveCurriculumRequest request, ServerCallContext context) =>
        (await approve.Run(
            TypedId.Parse<CurriculumId>("curriculum_id", request.CurriculumId), request.Version, request.ContentHash.ToByteArray(), (Office)request.Office,
            context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.CurriculumVersion> DeclineCurriculum(DeclineCurriculumRequest request, ServerCallContext context) =>
        (await decline.Run(
            TypedId.Parse<CurriculumId>("curriculum_id", request.CurriculumId), request.Version, request.Reason.Trim(),
            context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.CurriculumVersion> GetCurriculum(GetCurriculumRequest request, ServerCallContext context) =>
        (await reader.One(TypedId.Parse<CurriculumId>("curriculum_id", request.CurriculumId), request.Version, context.CancellationToken)).ToMessage();

    public override async Task<BatchGetCurriculaResponse> BatchGetCurricula(BatchGetCurriculaRequest request, ServerCallContext context)
    {
        var found = await known.OfAsync([.. request.Curricula.Select(asked => asked.ToKey())], context.CancellationToken);
        return new BatchGetCurriculaResponse { Curricula = { found } };
    }

    public override async Task<ListCurriculaResponse> ListCurricula(ListCurriculaRequest request, ServerCallContext context)
    {
        var page = await reader.Page(request.Filter.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListCurriculaResponse { Versions = { page.Rows.Select(v => v.ToMessage()) } });
    }

    public override async Task<BatchListCurriculaResponse> BatchListCurricula(BatchListCurriculaRequest request, ServerCallContext context)
    {
        var lists = await reader.Pages(ListMessages.CurriculumIds(request.CurriculumIds), request.Filter.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return new BatchListCurriculaResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new CurriculaOf { Of = list.Of.ToString(), Versions = { list.Page.Rows.Select(v => v.ToMessage()) } })) },
        };
    }
}
