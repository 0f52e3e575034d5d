using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Types.Pagination;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>A field that conventions may still change.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it is.</param>
/// <param name="type">Its type.</param>
/// <param name="result">What the member gives, awaited.</param>
internal sealed class FieldDraft(string name, string? description, GraphType type, TypeUse result)
{
    public string Name { get; } = name;

    public TypeUse Result { get; } = result;

    public GraphType Type { get; set; } = type;

    public ArgumentList Arguments { get; } = new();

    public MethodInfo? Method { get; set; }

    public IReadOnlyList<Binding> Bindings { get; set; } = [];

    public FieldResolver? Resolver { get; set; }

    /// <summary>Makes the resolver, when it is settled where arguments come from.</summary>
    public Action? Complete { get; set; }

    public string? Deprecation { get; init; }

    public double? Cost { get; set; }

    public ListSize? Size { get; init; }

    public PageLimits? Page { get; init; }

    /// <summary>The beginning of the global id that the value is told as; null where it is none.</summary>
    public byte[]? Id { get; init; }

    public Field ToField()
    {
        Complete?.Invoke();
        return new Field(Name, description, Arguments.Arguments, Type, Deprecation) { Resolver = Resolver, Cost = Cost, ListSize = Size };
    }

    public Field ToUnresolvedField() => new(Name, description, Arguments.Arguments, Type, Deprecation) { Cost = Cost, ListSize = Size };
}
