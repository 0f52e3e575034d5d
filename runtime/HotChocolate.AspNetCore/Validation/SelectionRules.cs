using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>The one walk over a document with the types of what it meets (specification, sections 5.3 and 5.5).</summary>
internal sealed class SelectionRules
{
    private readonly ValidationContext _context;
    private readonly DirectiveRules _directives;
    private readonly ArgumentRules _arguments;
    private readonly ValueRules _values;
    private readonly FieldMerge _merge;
    private readonly IntrospectionRules _introspection;

    public SelectionRules(ValidationContext context)
    {
        _context = context;
        _values = new ValueRules(context);
        _arguments = new ArgumentRules(context, _values);
        _directives = new DirectiveRules(context, _arguments);
        _merge = new FieldMerge(context);
        _introspection = new IntrospectionRules(context);
    }

    public void Check()
    {
        if (_context.HasTypeSystem)
            new TypeSystemRules(_context, _directives, _values).Check();
        foreach (var scope in _context.Scopes)
        {
            _values.Scope = scope;
            if (scope.Node is OperationNode operation)
                Operation(operation);
            else
                Fragment((FragmentNode)scope.Node);
        }
    }

    private void Operation(OperationNode operation)
    {
        for (var i = 0; i < operation.Variables.Count; i++)
            Variable(operation.Variables[i]);
        var location = operation.Kind switch
        {
            OperationKind.Query => DirectiveLocations.Query,
            OperationKind.Mutation => DirectiveLocations.Mutation,
            OperationKind.Subscription => DirectiveLocations.Subscription,
        };
        _directives.Check(operation.Directives, location, null);
        MergedSet(operation.SelectionSet, _context.Schema.Root(operation.Kind), null);
    }

    private void Variable(VariableDefinitionNode variable)
    {
        TypeNames.Check(_context, variable.Type);
        var type = _context.Schema.Resolve(variable.Type);
        if (type is { IsInput: false })
        {
            _context.Report(
                Rule.VariablesAreInputTypes, $"Variable \"${variable.Variable.Name}\" cannot be of type \"{type}\": only scalars, enums and input types can be sent.",
                variable.Type.Start);
        }

        if (variable.DefaultValue is { } value)
            _values.Check(value, type is { IsInput: true } ? type : null, hasDefault: false);
        _directives.Check(variable.Directives, DirectiveLocations.VariableDefinition, null);
    }

    private void Fragment(FragmentNode fragment)
    {
        var type = Condition(fragment.Condition);
        _directives.Check(fragment.Directives, DirectiveLocations.FragmentDefinition, null);
        MergedSet(fragment.SelectionSet, type, null);
    }

    private NamedType? Condition(NamedTypeNode condition)
    {
        TypeNames.Check(_context, condition);
        var type = _context.Schema.Type(condition.Name.Value);
        if (type is { IsComposite: false })
        {
            _context.Report(
                Rule.FragmentsOnCompositeTypes, $"A fragment cannot be on \"{type}\", which has no fields. Name an object, interface or union type.", condition.Start);
        }

        return type;
    }

    private void MergedSet(SelectionSetNode set, NamedType? type, Field? enclosing)
    {
        _merge.Check(set, type is { IsComposite: true } ? type : null);
        SelectionSet(set, type, enclosing);
    }

    /// <param name="set">What is selected.</param>
    /// <param name="type">On what; null where it is not known.</param>
    /// <param name="enclosing">The field whose value it is.</param>
    private void SelectionSet(SelectionSetNode set, NamedType? type, Field? enclosing)
    {
        var parent = type is { IsComposite: true } ? type : null;
        for (var i = 0; i < set.Selections.Count && !_context.IsFull; i++)
        {
            switch (set.Selections[i])
            {
                case FieldNode field:
                    Field(field, parent);
                    break;
                case InlineFragmentNode fragment:
                    InlineFragment(fragment, type, parent, enclosing);
                    break;
                case FragmentSpreadNode spread:
                    Spread(spread, parent, enclosing);
                    break;
            }
        }
    }

    private void Field(FieldNode node, NamedType? parent)
    {
        var field = parent is null ? null : _context.Schema.Field(parent, node.Name.Value);
        if (field is null)
        {
            if (parent is not null)
                _context.Report(Rule.FieldsOnCorrectType, $"Type \"{parent}\" has no field \"{node.Name}\". Correct the name, or leave it out.", node.Start);
        }
        else
        {
            Leaf(node, field);
        }

        if (node.Name.Value.StartsWith("__", StringComparison.Ordinal))
            _introspection.Check(node);
        _arguments.Check(node, field, parent);
        _directives.Check(node.Directives, DirectiveLocations.Field, field);
        if (node.SelectionSet is { } nested)
            MergedSet(nested, field?.Type.Named, field);
    }

    private void Leaf(FieldNode node, Field field)
    {
        if (!field.Type.IsLeaf && node.SelectionSet is null)
        {
            _context.Report(
                Rule.ScalarLeafs, $"Field \"{node.Name}\" of type \"{field.Type}\" needs a selection of its fields: \"{node.Name} {{ ... }}\".", node.Start);
        }
        else if (field.Type.IsLeaf && node.SelectionSet is { } nested)
        {
            _context.Report(Rule.ScalarLeafs, $"Field \"{node.Name}\" of type \"{field.Type}\" has no fields. Remove the selection.", nested.Start);
        }
    }

    private void InlineFragment(InlineFragmentNode fragment, NamedType? type, NamedType? parent, Field? enclosing)
    {
        var inner = fragment.Condition is { } condition ? Condition(condition) : type;
        if (parent is not null && inner is { IsComposite: true } && !Overlap(parent, inner))
        {
            _context.Report(
                Rule.PossibleFragmentSpreads, $"An object of type \"{parent}\" can never be of type \"{inner}\". Remove the fragment, or correct its type.", fragment.Start);
        }

        _directives.Check(fragment.Directives, DirectiveLocations.InlineFragment, enclosing);
        SelectionSet(fragment.SelectionSet, inner is { IsInput: true, IsLeaf: false } ? null : inner, enclosing);
    }

    private void Spread(FragmentSpreadNode spread, NamedType? parent, Field? enclosing)
    {
        _values.Scope!.Spreads.Add(spread);
        if (_context.Fragment(spread.Name.Value)?.Node is not FragmentNode fragment)
        {
            _context.Report(Rule.KnownFragmentNames, $"Fragment \"{spread.Name}\" is not in the document. Add it, or correct the name.", spread.Name.Start);
        }
        else if (parent is not null && _context.Schema.Type(fragment.Condition.Name.Value) is { IsComposite: true } type && !Overlap(parent, type))
        {
            _context.Report(
                Rule.PossibleFragmentSpreads, $"An object of type \"{parent}\" can never be of type \"{type}\", on which fragment \"{spread.Name}\" is. Remove the spread.",
                spread.Start);
        }

        _directives.Check(spread.Directives, DirectiveLocations.FragmentSpread, enclosing);
    }

    private bool Overlap(NamedType one, NamedType other) => one == other || _context.Schema.Possible(one).Overlaps(_context.Schema.Possible(other));
}
