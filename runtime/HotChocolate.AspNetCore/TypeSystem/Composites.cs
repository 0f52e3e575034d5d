using HotChocolate.Execution;

namespace HotChocolate.TypeSystem;

/// <summary>A type with fields to select: an object or an interface (specification, sections 3.6 and 3.7).</summary>
internal abstract class FieldsType(string name, string? description) : NamedType(name, description)
{
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<Field> Fields { get; private set; } = [];

    public IReadOnlyList<InterfaceType> Interfaces { get; private set; } = [];

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Types name each other in circles: they get their fields when all of them exist.</summary>
    public void Complete(IReadOnlyList<Field> fields, IReadOnlyList<InterfaceType> interfaces)
    {
        (Fields, Interfaces) = (fields, interfaces);
        foreach (var field in fields)
            _byName.Add(field.Name, field);
    }
}

internal sealed class ObjectType(string name, string? description, Type? runtimeType = null) : FieldsType(name, description)
{
    /// <summary>What its values are in C#; a value of an abstract type is of the object type whose runtime type it has.</summary>
    public Type? RuntimeType { get; } = runtimeType;
}

internal sealed class InterfaceType(string name, string? description) : FieldsType(name, description);

/// <summary>One of several object types (specification, section 3.8).</summary>
internal sealed class UnionType(string name, string? description) : NamedType(name, description)
{
    public IReadOnlyList<ObjectType> Members { get; private set; } = [];

    public void Complete(IReadOnlyList<ObjectType> members) => Members = members;
}

/// <summary>A field of an object or interface.</summary>
internal sealed class Field(string name, string? description, IReadOnlyList<InputValue> arguments, GraphType type, string? deprecationReason)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public IReadOnlyList<InputValue> Arguments { get; } = arguments;

    public GraphType Type { get; } = type;

    public string? DeprecationReason { get; } = deprecationReason;

    public FieldResolver? Resolver { get; init; }

    /// <summary>What <c>@cost</c> says, or null for the default.</summary>
    public double? Cost { get; init; }

    /// <summary>What <c>@listSize</c> says, or null.</summary>
    public ListSize? ListSize { get; init; }

    public InputValue? Argument(string argument)
    {
        foreach (var one in Arguments)
        {
            if (one.Name == argument)
                return one;
        }

        return null;
    }
}

/// <summary>How long a list may be, for cost analysis (the directive <c>@listSize</c>).</summary>
/// <param name="AssumedSize">Where no slicing argument is given.</param>
/// <param name="SlicingArguments">The arguments that say how many are asked for.</param>
/// <param name="SizedFields">The fields of the value that are the list (a connection's edges and nodes).</param>
internal sealed record ListSize(int AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);
