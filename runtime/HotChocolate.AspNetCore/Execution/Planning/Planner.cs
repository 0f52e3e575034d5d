using System.Text.Json;
using HotChocolate.Introspection;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Makes the plan of one operation, with conditions decided.</summary>
/// <param name="schema">What can be asked.</param>
/// <param name="members">How members are read.</param>
/// <param name="fragments">The document's fragments.</param>
/// <param name="isTrue">The variables that <c>@skip</c> and <c>@include</c> ask for.</param>
internal sealed class Planner(Schema schema, Members members, IReadOnlyDictionary<string, FragmentNode> fragments, Func<string, bool> isTrue)
{
    // A plan is as large as what it can answer; fragments let a short document ask for a plan without end.
    private const int MostFields = 20_000;
    private const int Deepest = 400;

    private readonly Dictionary<SelectionKey, CompositePlan> _composites = [];
    private int _fields;
    private int _depth;

    /// <exception cref="PlanTooLarge">It asks for more than a plan may hold.</exception>
    public OperationPlan Plan(OperationNode operation)
    {
        var root = schema.Root(operation.Kind) ?? throw new InvalidOperationException("Validation lets no operation through whose root type is missing.");
        var selection = Selection(root, [operation.SelectionSet]);
        return selection.Depth <= Deepest ? new OperationPlan(operation.Kind, selection, _fields) : throw TooDeep();
    }

    private SelectionPlan Selection(ObjectType type, IReadOnlyList<SelectionSetNode> sets)
    {
        if (++_depth > Deepest)
            throw TooDeep();
        var groups = new FieldGroups(schema, type, fragments, isTrue);
        foreach (var set in sets)
            groups.Collect(set);
        var fields = new List<FieldPlan>(groups.Names.Count);
        foreach (var name in groups.Names)
            fields.Add(Field(type, name, groups.Nodes(name)));
        _depth--;
        return new SelectionPlan(type, [.. fields]);
    }

    private FieldPlan Field(ObjectType owner, string name, IReadOnlyList<FieldNode> nodes)
    {
        if (++_fields > MostFields)
            throw new PlanTooLarge($"The operation asks for more than {MostFields} fields, its fragments written out: ask in several requests.");
        var field = schema.Field(owner, nodes[0].Name.Value) ?? throw new InvalidOperationException("Validation lets no unknown field through.");
        var composite = field.Type.Named.IsComposite ? Composite(field.Type.Named, nodes) : null;
        var kind = KindOf(field, composite);
        return new FieldPlan
        {
            Kind = kind,
            Field = field,
            Owner = owner,
            Nodes = nodes,
            Name = name,
            Key = kind == FieldKind.Constant ? Key(name, owner.Name) : Key(name),
            Shape = ValueShape.Of(field.Type, composite),
            Arguments = new ArgumentsPlan(field.Arguments, nodes[0].Arguments),
            Leaf = kind == FieldKind.Leaf ? members.Leaf(field, (MemberResolver)field.Resolver!) : null,
            Get = kind == FieldKind.Member ? members.Getter(field, (MemberResolver)field.Resolver!) : null,
            Resolve = kind == FieldKind.Method ? MethodOf(field) : null,
        };
    }

    private static FieldKind KindOf(Field field, CompositePlan? composite) => field switch
    {
        _ when field == IntrospectionTypes.TypeName => FieldKind.Constant,
        { Resolver: not MemberResolver } => FieldKind.Method,
        _ => composite is null && field.Type.Nullable is not ListType ? FieldKind.Leaf : FieldKind.Member,
    };

    private static Func<ResolverContext, ValueTask<object?>> MethodOf(Field field) => field.Resolver switch
    {
        MethodResolver method => method.Resolve,
        StreamResolver stream => stream.Resolve,
        _ => throw new InvalidOperationException($"The field {field.Name} has no resolver."),
    };

    private CompositePlan Composite(NamedType type, IReadOnlyList<FieldNode> nodes)
    {
        var key = new SelectionKey(type, [.. nodes.Select(node => node.SelectionSet!)]);
        if (_composites.TryGetValue(key, out var known))
            return known;
        IEnumerable<ObjectType> possible = type is ObjectType one ? [one] : schema.Possible(type);
        var plan = new CompositePlan(type, [.. possible.Select(each => Selection(each, key.Sets))]);
        _composites.Add(key, plan);
        return plan;
    }

    private static PlanTooLarge TooDeep() => new($"The operation is nested deeper than {Deepest} levels: ask in several requests.");

    private static byte[] Key(string name) => [(byte)',', .. JsonSerializer.SerializeToUtf8Bytes(name), (byte)':'];

    private static byte[] Key(string name, string value) => [.. Key(name), .. JsonSerializer.SerializeToUtf8Bytes(value)];
}

/// <summary>The same selection sets on the same type need one plan, wherever they are met.</summary>
internal sealed class SelectionKey(NamedType type, SelectionSetNode[] sets) : IEquatable<SelectionKey>
{
    private readonly NamedType _type = type;

    public SelectionSetNode[] Sets { get; } = sets;

    public bool Equals(SelectionKey? other) => other is not null && _type == other._type && Sets.AsSpan().SequenceEqual(other.Sets);

    public override bool Equals(object? obj) => Equals(obj as SelectionKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_type);
        foreach (var set in Sets)
            hash.Add(set);
        return hash.ToHashCode();
    }
}

/// <summary>An operation asks for more than is ever planned.</summary>
internal sealed class PlanTooLarge(string message) : Exception(message);
