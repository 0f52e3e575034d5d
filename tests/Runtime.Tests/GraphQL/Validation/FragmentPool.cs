using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>The fragments of a random document: each spreads only later ones, unless by mistake.</summary>
internal sealed class FragmentPool
{
    private readonly Schema _schema;
    private readonly Chance _chance;
    private readonly List<NamedType> _conditions = [];
    private readonly List<RandomValues> _values = [];
    private readonly HashSet<(string From, int To)> _spreads = [];

    public FragmentPool(Schema schema, Chance chance)
    {
        (_schema, _chance) = (schema, chance);
        var types = schema.Types.Where(type => type.IsComposite && !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        for (var i = chance.Half ? 0 : 1 + chance.Below(4); i > 0; i--)
        {
            _conditions.Add(chance.Of(types));
            _values.Add(new RandomValues(chance));
        }
    }

    public int Count => _conditions.Count;

    public string Write(int index)
    {
        var condition = _conditions[index];
        var body = new RandomSelections(_schema, _chance, _values[index], type => For(type, $"F{index}", index + 1))
            .Write(condition, mayHaveConditions: condition != _schema.Subscription);
        var directives = RandomDirectives.Next(_schema, _chance, _values[index], "FRAGMENT_DEFINITION");
        return $"fragment F{index} on {(_chance.Mistake ? _chance.Of(Strange.Conditions) : condition.Name)}{directives}{body}";
    }

    /// <summary>The name of a fragment that can be spread on the type.</summary>
    /// <param name="type">Where it is spread.</param>
    /// <param name="user">Who spreads it.</param>
    /// <param name="first">The first one that may be.</param>
    public string? For(NamedType type, string user, int first)
    {
        if (_chance.Mistake)
            return _chance.Half ? "Unknown" : $"F{_chance.Below(5)}";
        var fit = Enumerable.Range(0, Count).Where(i => i >= first && (_conditions[i] == type || _schema.Possible(type).Overlaps(_schema.Possible(_conditions[i])))).ToList();
        if (fit.Count == 0)
            return null;
        var one = _chance.Of(fit);
        _spreads.Add((user, one));
        return $"F{one}";
    }

    /// <summary>Every variable that is used in the fragments which this user reaches.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables(string user)
    {
        var reached = new SortedSet<int>(_spreads.Where(spread => spread.From == user).Select(spread => spread.To));
        for (var i = 0; i < Count; i++)
        {
            if (reached.Contains(i))
                reached.UnionWith(_spreads.Where(spread => spread.From == $"F{i}").Select(spread => spread.To));
        }

        return reached.SelectMany(i => _values[i].Variables);
    }

    /// <summary>What nobody spreads yet and this user may.</summary>
    public IReadOnlyList<(string Name, NamedType Condition)> Unused()
    {
        var used = _spreads.Select(spread => spread.To).ToHashSet();
        return [.. Enumerable.Range(0, Count).Where(i => !used.Contains(i)).Select(i => ($"F{i}", _conditions[i]))];
    }

    public void Use(string user, string fragment) => _spreads.Add((user, int.Parse(fragment.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)));
}
