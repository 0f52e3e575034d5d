using Grpc.Core;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Scenarios;

/// <summary>The gRPC edge of the library: message → use case → message.</summary>
internal sealed class ScenarioLibraryService(PublishScenario publish, ScenarioCatalogue catalogue) : ScenarioLibrary.ScenarioLibraryBase
{
    public override Task<VerifyScenarioResponse> VerifyScenario(VerifyScenarioRequest request, ServerCallContext context) =>
        Task.FromResult(new VerifyScenarioResponse { Findings = { ScenarioDocument.Check(request.Document).Findings.Select(ScenarioMessages.Of) } });

    public override async Task<V1.Scenario> PublishScenario(PublishScenarioRequest request, ServerCallContext context) =>
        ScenarioMessages.Of(await publish.Run(request.Document, context.GetCaller(), context.CancellationToken));

    public override async Task<V1.ScenarioDocument> GetScenario(GetScenarioRequest request, ServerCallContext context)
    {
        var (version, document) = await catalogue.Get(TypedId.Parse<ScenarioId>("id", request.Id), request.Version, context.CancellationToken);
        return new V1.ScenarioDocument { Scenario = ScenarioMessages.Of(version), Document = document };
    }

    public override async Task<ListScenariosResponse> ListScenarios(ListScenariosRequest request, ServerCallContext context)
    {
        var (page, next) = await catalogue.List(request.PageSize, request.PageToken, context.CancellationToken);
        return new ListScenariosResponse { Scenarios = { page.Select(ScenarioMessages.Of) }, NextPageToken = next };
    }
}
