using HotChocolate;
using HotChocolate.Types;

namespace Training.Gateway.Types;

[ObjectType<Equivalent>]
internal static partial class EquivalentNode
{
    /// <summary>The scenario that it is equal to, in its newest version.</summary>
    public static Task<Scenario?> GetScenarioAsync([Parent] Equivalent equivalent, ScenarioByVersion scenarios, CancellationToken ct) =>
        scenarios.LoadAsync((equivalent.ScenarioId, 0), ct);

    /// <summary>The officer who accepted it.</summary>
    public static async Task<Member?> GetAcceptedByAsync([Parent] Equivalent equivalent, MemberById members, CancellationToken ct) =>
        equivalent.AcceptedById is { } member ? await members.LoadAsync(member, ct) : null;
}
