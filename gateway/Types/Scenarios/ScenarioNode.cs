using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Scenario>]
internal static partial class ScenarioNode
{
    [NodeResolver]
    public static Task<Scenario?> GetScenarioAsync(string id, ScenarioByVersion scenarios, CancellationToken ct) => scenarios.LoadAsync((id, 0), ct);

    /// <summary>The reviewed document of this version, byte for byte (YAML), for those who answer for it.</summary>
    public static Task<string?> GetDocumentAsync([Parent] Scenario scenario, ScenarioDocumentByVersion documents, CancellationToken ct) =>
        documents.LoadAsync((scenario.Id, scenario.Version), ct);
}
