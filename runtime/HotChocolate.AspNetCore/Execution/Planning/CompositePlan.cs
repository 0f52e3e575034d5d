using System.Collections.Concurrent;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>What is selected of a value with fields, for each object type that it can be of.</summary>
internal sealed class CompositePlan
{
    private readonly SelectionPlan? _only;
    private readonly ConcurrentDictionary<Type, SelectionPlan> _byRuntimeType = [];

    public CompositePlan(NamedType type, IReadOnlyList<SelectionPlan> selections)
    {
        (Type, Selections) = (type, selections);
        HasEager = selections.Any(selection => selection.Eager.Length > 0);
        Depth = selections.Count == 0 ? 0 : selections.Max(selection => selection.Depth);
        _only = type is ObjectType ? selections[0] : null;
    }

    public NamedType Type { get; }

    public IReadOnlyList<SelectionPlan> Selections { get; }

    public bool HasEager { get; }

    public int Depth { get; }

    /// <summary>The selection for an object.</summary>
    /// <exception cref="UnknownObject">None of the possible types has such objects.</exception>
    public SelectionPlan For(object value) => _only ?? ByRuntimeType(value.GetType());

    private SelectionPlan ByRuntimeType(Type type) =>
        _byRuntimeType.TryGetValue(type, out var selection) ? selection : _byRuntimeType.GetOrAdd(type, Find);

    private SelectionPlan Find(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            var exact = Selections.FirstOrDefault(selection => selection.Type.RuntimeType == one);
            if (exact is not null)
                return exact;
        }

        return Selections.FirstOrDefault(selection => selection.Type.RuntimeType?.IsAssignableFrom(type) == true) ?? throw new UnknownObject(Type, type);
    }
}

/// <summary>A resolver gave an object that is of no type that its field can have: a fault of the schema's.</summary>
internal sealed class UnknownObject(NamedType expected, Type met) : Exception($"A {met.Name} is no {expected.Name}: no object type of it says that it is its runtime type.");
