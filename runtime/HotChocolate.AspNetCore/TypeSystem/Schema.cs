using HotChocolate.Introspection;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>Everything that can be asked (specification, section 3.3).</summary>
internal sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveType> _directives;
    private readonly Dictionary<NamedType, HashSet<ObjectType>> _possible = [];
    private readonly Field _schemaField;
    private readonly Field _typeField;

    public Schema(
        IEnumerable<NamedType> types, IEnumerable<DirectiveType> directives, ObjectType? query, ObjectType? mutation, ObjectType? subscription,
        string? description = null)
    {
        _types = types.Where(type => !IntrospectionTypes.All.Contains(type)).Concat(IntrospectionTypes.All).ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        (Query, Mutation, Subscription, Description) = (query, mutation, subscription, description);
        foreach (var type in _types.Values)
            AddPossible(type);
        (_schemaField, _typeField) = (IntrospectionTypes.SchemaOf(this), IntrospectionTypes.TypeOf(this));
    }

    public ObjectType? Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    public string? Description { get; }

    public IReadOnlyCollection<NamedType> Types => _types.Values;

    public IReadOnlyCollection<DirectiveType> Directives => _directives.Values;

    public NamedType? Type(string name) => _types.GetValueOrDefault(name);

    public DirectiveType? Directive(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? Root(OperationKind kind) => kind switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        OperationKind.Subscription => Subscription,
    };

    /// <summary>The field of this name that can be selected on the type: its own, or one of introspection's; null where there is none.</summary>
    public Field? Field(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == IntrospectionTypes.TypeName.Name)
                return parent.IsComposite ? IntrospectionTypes.TypeName : null;
            if (parent == Query && name == _schemaField.Name)
                return _schemaField;
            if (parent == Query && name == _typeField.Name)
                return _typeField;
        }

        return (parent as FieldsType)?.Find(name);
    }

    /// <summary>The objects that a value of this composite type can be.</summary>
    public IReadOnlySet<ObjectType> Possible(NamedType type) => _possible[type];

    public bool IsSubType(GraphType type, GraphType super) => (type, super) switch
    {
        (NonNullType sub, NonNullType outer) => IsSubType(sub.Inner, outer.Inner),
        (_, NonNullType) => false,
        (NonNullType sub, _) => IsSubType(sub.Inner, super),
        (ListType sub, ListType outer) => IsSubType(sub.Item, outer.Item),
        (ListType, _) or (_, ListType) => false,
        _ => type == super || IsNamedSubType(type.Named, super.Named),
    };

    /// <summary>The type that a document's words stand for; null where the schema has none of that name.</summary>
    public GraphType? Resolve(TypeNode reference) => reference switch
    {
        NonNullTypeNode nonNull => Resolve(nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode list => Resolve(list.Item) is { } item ? new ListType(item) : null,
        NamedTypeNode named => Type(named.Name.Value),
        _ => throw new InvalidOperationException($"A type is not written as {reference.GetType().Name}."),
    };

    private bool IsNamedSubType(NamedType type, NamedType super) => super.IsComposite && type switch
    {
        ObjectType one => Possible(super).Contains(one),
        InterfaceType one => super is InterfaceType wider && one.Interfaces.Contains(wider),
        _ => false,
    };

    private void AddPossible(NamedType type)
    {
        switch (type)
        {
            case ObjectType one:
                PossibleOf(one).Add(one);
                foreach (var wider in one.Interfaces)
                    PossibleOf(wider).Add(one);
                break;
            case UnionType union:
                PossibleOf(union).UnionWith(union.Members);
                break;
            case InterfaceType wider:
                PossibleOf(wider);
                break;
        }
    }

    private HashSet<ObjectType> PossibleOf(NamedType type) =>
        _possible.TryGetValue(type, out var possible) ? possible : _possible[type] = [];
}
