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
    private const int PlacesTold = 20;

    /// <summary>The conflict of two fields whose subfields conflict.</summary>
    public static FieldConflict Around(string name, FieldNode one, FieldNode other, List<FieldConflict> inside) => new(
        name,
        string.Join(" and ", inside.Take(ReasonsTold).Select(conflict => $"their fields \"{conflict.Name}\" cannot be merged, because {conflict.Reason}")),
        Places(one, inside, conflict => conflict.Ones),
        Places(other, inside, conflict => conflict.Others));

    // The enclosing field first; of the fields inside, those of each conflict that are deepest.
    private static List<FieldNode> Places(FieldNode around, List<FieldConflict> inside, Func<FieldConflict, IReadOnlyList<FieldNode>> side)
    {
        var places = new List<FieldNode> { around };
        foreach (var conflict in inside)
        {
            places.AddRange(side(conflict).TakeLast(PlacesTold - places.Count));
            if (places.Count == PlacesTold)
                break;
        }

        return places;
    }
}
