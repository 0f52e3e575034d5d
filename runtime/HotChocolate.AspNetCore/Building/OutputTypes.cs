using HotChocolate.Types;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>The types that clients are given values of, made of C# types.</summary>
internal sealed class OutputTypes(SchemaParts parts)
{
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly List<(UnionType Union, Type Type)> _unions = [];

    public GraphType Of(TypeUse use)
    {
        GraphType type = use.Item is { } item ? new ListType(Of(item)) : Named(use.Type);
        return use.IsNullable ? type : new NonNullType(type);
    }

    public NamedType Named(Type type)
    {
        if (parts.Leafs.Find(type) is { } leaf)
            return leaf;
        if (_outputs.TryGetValue(type, out var known))
            return known;
        if (type.IsDefined(typeof(UnionTypeAttribute), inherit: false))
            return Union(type);
        return type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false) ? Interface(type) : Object(type);
    }

    /// <summary>A type of another's making, for a C# type.</summary>
    public void Know(Type type, NamedType named) => _outputs.Add(type, named);

    public ObjectType ObjectOf(Type type) => Named(type) as ObjectType
        ?? throw new SchemaError($"{type} is asked for as an object type, but it is a {Named(type).GetType().Name}.");

    /// <summary>Says who the unions' members are, when all types are known.</summary>
    public void CompleteUnions()
    {
        foreach (var (union, type) in _unions)
        {
            var members = _outputs
                .Where(one => one.Value is ObjectType && type.IsAssignableFrom(one.Key))
                .Select(one => (ObjectType)one.Value)
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .ToList();
            if (members.Count == 0)
                throw new SchemaError($"The union {union.Name} has no members: mark the classes that implement {type} with [ObjectType], and add their assembly's types.");
            union.Complete(members);
        }
    }

    private ObjectType Object(Type type)
    {
        if (type == typeof(object) || type.IsPrimitive || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw new SchemaError($"No type of the schema stands for {type}: return a class or record of your own, an enum, or one of the scalars; or mark the member with [GraphQLIgnore].");
        var made = new ObjectType(Naming.Output(type), Description(type), type);
        _outputs.Add(type, made);
        return parts.Registry.Add(made, type, one => one.Complete(FieldsOf(one, type), InterfacesOfObject(type)));
    }

    private UnionType Union(Type type)
    {
        var made = new UnionType(Naming.Output(type), parts.Words.Of(type));
        _outputs.Add(type, made);
        _unions.Add((made, type));
        return parts.Registry.Add(made, type);
    }

    private InterfaceType Interface(Type type)
    {
        var made = new InterfaceType(Naming.Output(type), parts.Words.Of(type));
        _outputs.Add(type, made);
        return parts.Registry.Add(made, type, one => one.Complete(
            NotEmpty(type, [.. FieldMembers.Of(type).Select(member => parts.Fields.OfMember(member, type, one.Name, isResolved: false))]), InterfacesOf(type)));
    }

    private string? Description(Type type) =>
        parts.Words.Of(type) ?? parts.Extensions.Of(type).Select(extension => parts.Words.Of(extension)).FirstOrDefault(words => words is not null);

    private IReadOnlyList<Field> FieldsOf(ObjectType made, Type type)
    {
        var fields = new FieldList();
        foreach (var member in FieldMembers.Of(type))
            fields.Add(member.Name, parts.Nodes.IsId(type, member) ? parts.Nodes.IdField(member, type, made.Name) : parts.Fields.OfMember(member, type, made.Name, isResolved: true));
        foreach (var member in parts.Extensions.Of(type).SelectMany(FieldMembers.OfExtension))
            fields.Extend(member, parts.Fields.OfMember(member, type, made.Name, isResolved: true));
        return NotEmpty(type, fields.All);
    }

    private static IReadOnlyList<Field> NotEmpty(Type type, IReadOnlyList<Field> fields) =>
        fields.Count > 0 ? fields : throw new SchemaError($"{type} has no public property or method that is a field: a type needs one.");

    private IReadOnlyList<InterfaceType> InterfacesOfObject(Type type)
    {
        IReadOnlyList<InterfaceType> own = InterfacesOf(type);
        return parts.Nodes.IsNode(type) && parts.Nodes.Interface is { } node ? [node, .. own] : own;
    }

    private IReadOnlyList<InterfaceType> InterfacesOf(Type type)
    {
        var bases = new List<Type>(type.GetInterfaces());
        for (var one = type.BaseType; one is not null; one = one.BaseType)
            bases.Add(one);
        return [.. bases.Where(one => one.IsDefined(typeof(InterfaceTypeAttribute), inherit: false)).Select(one => (InterfaceType)Named(one))];
    }
}
