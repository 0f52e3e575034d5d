using System.Collections.Concurrent;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>One operation of a document, with a plan for each way in which its conditions turned out.</summary>
internal sealed class PreparedOperation
{
    private readonly Schema _schema;
    private readonly Members _members;
    private readonly DocumentNode _document;
    private readonly IReadOnlyDictionary<string, FragmentNode> _fragments;
    private readonly IReadOnlyList<string> _conditions;
    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    private readonly PlanRoom _room;

    public PreparedOperation(
        Schema schema, Members members, DocumentNode document, IReadOnlyDictionary<string, FragmentNode> fragments, PlanRoom room, OperationNode node)
    {
        (_schema, _members, _document, _fragments, _room, Node) = (schema, members, document, fragments, room, node);
        var types = node.Variables.Select(variable => schema.Resolve(variable.Type)!).ToList();
        Variables = new VariableCoercion(document, node.Variables, types);
        _conditions = [.. ConditionVariables(document).Where(name => node.Variables.Any(variable => variable.Variable.Name.Value == name))];
    }

    public OperationNode Node { get; }

    public VariableCoercion Variables { get; }

    public string Name => Node.Name?.Value ?? "";

    /// <exception cref="PlanTooLarge">It asks for more than a plan may hold.</exception>
    public OperationPlan Plan(VariableValues variables)
    {
        var key = _conditions.Count == 0 ? "" : string.Create(_conditions.Count, (_conditions, variables), static (bits, state) =>
        {
            for (var i = 0; i < bits.Length; i++)
                bits[i] = state.variables.IsTrue(state._conditions[i]) ? '1' : '0';
        });
        if (_plans.TryGetValue(key, out var known))
            return known;
        var plan = Make(variables);
        return _room.TryTake(plan.Size) ? _plans.GetOrAdd(key, plan) : plan;
    }

    /// <summary>Why it cannot be told what to skip and what to include; null where it can.</summary>
    public GraphQLError? Undecided(VariableValues variables)
    {
        foreach (var name in _conditions)
        {
            variables.TryGet(name, out var value);
            if (value is null)
            {
                var definition = Node.Variables.First(variable => variable.Variable.Name.Value == name);
                return GraphQLError.At(
                    $"Variable \"${name}\" is null, but says what to skip or include: give true or false.", ErrorCodes.InvalidType, _document.Text, definition.Start);
            }
        }

        return null;
    }

    private OperationPlan Make(VariableValues variables) => new Planner(_schema, _members, _fragments, variables.IsTrue).Plan(Node);

    private static IEnumerable<string> ConditionVariables(DocumentNode document) => document.Definitions
        .OfType<ExecutableDefinitionNode>()
        .SelectMany(definition => Selections(definition.SelectionSet))
        .SelectMany(selection => selection.Directives)
        .Select(Condition.Of)
        .OfType<VariableNode>()
        .Select(variable => variable.Name.Value)
        .Distinct();

    private static IEnumerable<SelectionNode> Selections(SelectionSetNode set)
    {
        var open = new Stack<SelectionSetNode>([set]);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                yield return selection;
                var below = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    _ => null,
                };
                if (below is not null)
                    open.Push(below);
            }
        }
    }
}
