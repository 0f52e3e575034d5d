using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Variables, wherever an operation uses them (specification, section 5.8).</summary>
internal sealed class VariableRules
{
    private readonly ValidationContext _context;
    private readonly OperationNode _operation;
    private readonly Dictionary<string, (VariableDefinitionNode Node, GraphType? Type)> _defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private VariableRules(ValidationContext context, OperationNode operation)
    {
        (_context, _operation) = (context, operation);
        foreach (var variable in operation.Variables)
            _defined[Name(variable)] = (variable, context.Schema.Resolve(variable.Type));
    }

    public static void Check(ValidationContext context)
    {
        long usages = 0;
        foreach (var scope in context.Scopes)
        {
            if (scope.Node is not OperationNode operation || context.IsFull)
                continue;
            var fragments = scope.Spreads.Count == 0 ? [] : FragmentRules.Reachable(context, scope);
            usages += scope.Usages.Count + fragments.Sum(fragment => (long)fragment.Usages.Count);
            if (usages > context.Limits.VariableUsages)
            {
                context.Report(
                    Rule.Limits, $"The document's operations use variables more than {context.Limits.VariableUsages} times. Send fewer operations at once.", operation.Start);
                return;
            }

            new VariableRules(context, operation).Check(scope, fragments);
        }
    }

    private void Check(DefinitionScope scope, IReadOnlyList<DefinitionScope> fragments)
    {
        foreach (var same in Repeats.Of(_operation.Variables, Name))
        {
            _context.Report(
                Rule.UniqueVariableNames, $"Variable \"${Name(same[0])}\" is defined {same.Count} times. Define it once.",
                [.. same.Select(variable => variable.Variable.Name.Start)]);
        }

        Usages(scope);
        foreach (var fragment in fragments)
            Usages(fragment);

        foreach (var variable in _operation.Variables)
        {
            if (!_used.Contains(Name(variable)))
                _context.Report(Rule.NoUnusedVariables, $"Variable \"${Name(variable)}\" is never used{InOperation}. Use it, or remove it.", variable.Start);
        }
    }

    private string InOperation => _operation.Name is null ? "" : $" in operation \"{_operation.Name}\"";

    private static string Name(VariableDefinitionNode variable) => variable.Variable.Name.Value;

    private void Usages(DefinitionScope scope)
    {
        foreach (var usage in scope.Usages)
        {
            var name = usage.Node.Name.Value;
            if (!_defined.TryGetValue(name, out var variable))
            {
                _context.Report(
                    Rule.NoUndefinedVariables, $"Variable \"${name}\" is not defined{InOperation}. Define it: \"(${name}: ...)\".", usage.Node.Start, _operation.Start);
                continue;
            }

            _used.Add(name);
            if (usage.Type is { } expected && variable.Type is { } type)
                Position(variable.Node, type, usage, expected);
        }
    }

    private void Position(VariableDefinitionNode variable, GraphType type, VariableUsage usage, GraphType expected)
    {
        if (!IsAllowed(type, variable.DefaultValue, expected, usage.HasDefault))
        {
            _context.Report(
                Rule.VariablesInAllowedPosition,
                $"Variable \"${Name(variable)}\" of type \"{type}\" is used where \"{expected}\" is expected. Define it as \"${Name(variable)}: {expected}\".",
                variable.Start, usage.Node.Start);
        }

        if (usage.Owner is { IsOneOf: true } owner && !type.IsNonNull)
        {
            _context.Report(
                Rule.VariablesInAllowedPosition,
                $"Variable \"${Name(variable)}\" of type \"{type}\" can be null, which no field of \"{owner}\" can. Define it as \"${Name(variable)}: {type}!\".",
                variable.Start, usage.Node.Start);
        }
    }

    private bool IsAllowed(GraphType type, ValueNode? defaultValue, GraphType expected, bool hasDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull)
            return _context.Schema.IsSubType(type, expected);
        return (hasDefault || defaultValue is not (null or NullNode)) && _context.Schema.IsSubType(type, expected.Nullable);
    }
}
