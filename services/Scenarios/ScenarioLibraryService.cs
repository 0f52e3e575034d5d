using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
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

    public override async Task<BatchGetScenariosResponse> BatchGetScenarios(BatchGetScenariosRequest request, ServerCallContext context)
    {
        var found = await catalogue.Some([.. request.Scenarios.Select(ScenarioMessages.KeyOf)], context.CancellationToken);
        return new BatchGetScenariosResponse
        {
            Scenarios = { found.Select(one => new BatchScenario { Asked = ScenarioMessages.Of(one.Key), Scenario = ScenarioMessages.Of(one.Value) }) },
        };
    }

    public override async Task<BatchGetScenarioDocumentsResponse> BatchGetScenarioDocuments(BatchGetScenariosRequest request, ServerCallContext context)
    {
        var found = await catalogue.Documents([.. request.Scenarios.Select(ScenarioMessages.KeyOf)], context.CancellationToken);
        return new BatchGetScenarioDocumentsResponse
        {
            Documents =
            {
                found.Select(one => new BatchScenarioDocument
                {
                    Asked = ScenarioMessages.Of(one.Key),
                    Document = new V1.ScenarioDocument { Scenario = ScenarioMessages.Of(one.Value.Version), Document = one.Value.Document },
                }),
            },
        };
    }

    public override async Task<ListScenariosResponse> ListScenarios(ListScenariosRequest request, ServerCallContext context)
    {
        var page = await catalogue.List(ScenarioMessages.Of(request.Filter), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListScenariosResponse { Scenarios = { page.Rows.Select(ScenarioMessages.Of) } });
    }
}
