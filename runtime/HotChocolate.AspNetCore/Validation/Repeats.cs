namespace HotChocolate.Validation;

/// <summary>Finds names that stand twice where each may stand once.</summary>
internal static class Repeats
{
    private const int FewEnoughToCompareAll = 8;

    public static bool Any<T>(IReadOnlyList<T> items, Func<T, string> name)
    {
        if (items.Count < 2)
            return false;
        if (items.Count > FewEnoughToCompareAll)
            return items.Select(name).Distinct(StringComparer.Ordinal).Count() < items.Count;
        for (var i = 1; i < items.Count; i++)
        {
            var one = name(items[i]);
            for (var j = 0; j < i; j++)
            {
                if (name(items[j]) == one)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The items of each name that stands more than once.</summary>
    public static IEnumerable<List<T>> Of<T>(IReadOnlyList<T> items, Func<T, string> name) =>
        Any(items, name) ? items.GroupBy(name, StringComparer.Ordinal).Select(group => group.ToList()).Where(group => group.Count > 1) : [];
}
