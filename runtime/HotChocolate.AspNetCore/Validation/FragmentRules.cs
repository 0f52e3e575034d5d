using System.Runtime.CompilerServices;
using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>How fragments are used by operations and by each other (specification, sections 5.5.1.4 and 5.5.2.2).</summary>
internal sealed class FragmentRules
{
    private readonly ValidationContext _context;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _position = new(StringComparer.Ordinal);

    private FragmentRules(ValidationContext context) => _context = context;

    public static void Check(ValidationContext context)
    {
        Unused(context);
        var rules = new FragmentRules(context);
        foreach (var scope in context.Scopes)
        {
            if (scope is { Node: FragmentNode fragment, Spreads.Count: > 0 })
                rules.Cycles(fragment);
        }
    }

    /// <summary>The fragments that an operation spreads, directly or through others; each once.</summary>
    public static IReadOnlyList<DefinitionScope> Reachable(ValidationContext context, DefinitionScope operation)
    {
        var reached = new List<DefinitionScope>();
        var seen = new HashSet<DefinitionScope>();
        AddSpread(operation);
        for (var i = 0; i < reached.Count; i++)
            AddSpread(reached[i]);
        return reached;

        void AddSpread(DefinitionScope scope)
        {
            foreach (var spread in scope.Spreads)
            {
                if (context.Fragment(spread.Name.Value) is { } fragment && seen.Add(fragment))
                    reached.Add(fragment);
            }
        }
    }

    private static void Unused(ValidationContext context)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in context.Scopes)
        {
            if (scope.Node is OperationNode)
                used.UnionWith(Reachable(context, scope).Select(fragment => ((FragmentNode)fragment.Node).Name.Value));
        }

        foreach (var scope in context.Scopes)
        {
            if (scope.Node is FragmentNode fragment && !used.Contains(fragment.Name.Value))
                context.Report(Rule.NoUnusedFragments, $"Fragment \"{fragment.Name}\" is never used. Spread it, or remove it.", fragment.Start);
        }
    }

    private void Cycles(FragmentNode fragment)
    {
        if (!_visited.Add(fragment.Name.Value))
            return;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _context.Report(Rule.Limits, "Fragments are spread inside of fragments too deep. Ask for less at once.", fragment.Start);
            return;
        }

        _position[fragment.Name.Value] = _path.Count;
        foreach (var spread in Spreads(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_position.TryGetValue(spread.Name.Value, out var begin))
                Report(spread, begin);
            else if (_context.Fragment(spread.Name.Value)?.Node is FragmentNode next)
                Cycles(next);
            _path.RemoveAt(_path.Count - 1);
        }

        _position.Remove(fragment.Name.Value);
    }

    private void Report(FragmentSpreadNode spread, int begin)
    {
        var cycle = _path.Skip(begin).ToList();
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name}\""));
        _context.Report(
            Rule.NoFragmentCycles, $"Fragment \"{spread.Name}\" spreads itself{(via.Length > 0 ? $" via {via}" : "")}. Remove one of the spreads.",
            [.. cycle.Select(step => step.Start)]);
    }

    // Which cycles are told depends on the order: a set's own spreads first, then those of the sets inside, the last one first.
    private static List<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        var spreads = new List<FragmentSpreadNode>();
        var sets = new Stack<SelectionSetNode>([set]);
        while (sets.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } inner }:
                        sets.Push(inner);
                        break;
                    case InlineFragmentNode fragment:
                        sets.Push(fragment.SelectionSet);
                        break;
                }
            }
        }

        return spreads;
    }
}
