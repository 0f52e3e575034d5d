using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>Two fields that cannot be merged.</summary>
/// <param name="Name">Their response name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Ones">One of them, and what conflicts inside of it.</param>
/// <param name="Others">The other, likewise.</param>
internal sealed record FieldConflict(string Name, string Reason, IReadOnlyList<FieldNode> Ones, IReadOnlyList<FieldNode> Others)
{
    private const int ReasonsTold = 3;

    /// <summary>The conflict of two fields whose subfields conflict.</summary>
    public static FieldConflict Around(string name, FieldNode one, FieldNode other, List<FieldConflict> inside) => new(
        name,
        string.Join(" and ", inside.Take(ReasonsTold).Select(conflict => $"their fields \"{conflict.Name}\" cannot be merged, because {conflict.Reason}")),
        [one, .. inside.SelectMany(conflict => conflict.Ones)],
        [other, .. inside.SelectMany(conflict => conflict.Others)]);
}
