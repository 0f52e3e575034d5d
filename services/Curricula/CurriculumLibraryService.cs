using Grpc.Core;
using Training.Curricula.V1;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>The gRPC edge of the curricula.</summary>
internal sealed class CurriculumLibraryService(ProposeCurriculum propose, ApproveCurriculum approve, DeclineCurriculum decline, CurriculumReader reader)
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

    public override async Task<ListCurriculaResponse> ListCurricula(ListCurriculaRequest request, ServerCallContext context)
    {
        var (versions, next) = await reader.Page(request.PageSize, request.PageToken, context.CancellationToken);
        return new ListCurriculaResponse { Versions = { versions.Select(v => v.ToMessage()) }, NextPageToken = next };
    }
}
