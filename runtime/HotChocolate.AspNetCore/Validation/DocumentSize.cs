using System.Runtime.CompilerServices;
using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>
/// Refuses documents that are short as they are written and large once their fragments are spread, without spreading them: each fragment is measured once.
/// </summary>
internal sealed class DocumentSize
{
    private readonly ValidationContext _context;
    private readonly Dictionary<DefinitionScope, Size> _measured = [];
    private bool _isTooDeep;

    private DocumentSize(ValidationContext context) => _context = context;

    public static bool IsWithin(ValidationContext context) => new DocumentSize(context).Check();

    private bool Check()
    {
        var (limits, visits) = (_context.Limits, 0);
        foreach (var scope in _context.Scopes)
        {
            if (scope.Node is not OperationNode operation)
                continue;
            var size = SelectionSet(operation.SelectionSet);
            visits = Sum(visits, size.Visits);
            if (_isTooDeep || size.Depth > limits.Depth)
                _context.Report(Rule.Limits, $"The operation nests fields more than {limits.Depth} levels deep. Ask for less at once.", operation.Start);
            if (visits > limits.FragmentVisits)
                _context.Report(Rule.Limits, $"The document spreads fragments more than {limits.FragmentVisits} times. Spread fewer fragments inside of fragments.", operation.Start);
            if (_context.Errors.Count > 0)
                return false;
        }

        return true;
    }

    private Size SelectionSet(SelectionSetNode set)
    {
        var size = default(Size);
        for (var i = 0; i < set.Selections.Count; i++)
        {
            var inner = set.Selections[i] switch
            {
                FieldNode { SelectionSet: { } nested } => SelectionSet(nested).Below(),
                FieldNode => new Size(0, 1),
                InlineFragmentNode fragment => SelectionSet(fragment.SelectionSet),
                FragmentSpreadNode spread => Spread(spread),
                _ => default,
            };
            size = new Size(Sum(size.Visits, inner.Visits), Math.Max(size.Depth, inner.Depth));
        }

        return size;
    }

    private Size Spread(FragmentSpreadNode spread)
    {
        if (_context.Fragment(spread.Name.Value) is not { } fragment)
            return new Size(1, 0);
        if (!_measured.TryGetValue(fragment, out var size))
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                _isTooDeep = true;
                return default;
            }

            // Where fragments form a cycle, this ends it; the cycle is an error by another rule.
            _measured[fragment] = default;
            size = _measured[fragment] = SelectionSet(fragment.Node.SelectionSet);
        }

        return size with { Visits = Sum(size.Visits, 1) };
    }

    private static int Sum(int a, int b) => (int)Math.Min((long)a + b, int.MaxValue - 1);

    private readonly record struct Size(int Visits, int Depth)
    {
        public Size Below() => this with { Depth = Depth + 1 };
    }
}
