using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>What is selected of objects of one type: fields merged, fragments and conditions resolved (specification, section 6.3.2).</summary>
internal sealed class SelectionPlan
{
    public SelectionPlan(ObjectType type, FieldPlan[] fields)
    {
        (Type, Fields) = (type, fields);
        Eager = [.. fields.Where(field => field.IsEager)];
        for (var i = 0; i < Eager.Length; i++)
            Eager[i].Column = i;
        Depth = 1 + fields.Select(field => field.Shape.Composite?.Depth ?? 0).DefaultIfEmpty().Max();
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    /// <summary>The fields whose values are needed before writing begins: methods, and what leads to methods.</summary>
    public FieldPlan[] Eager { get; }

    /// <summary>How many objects of the answer are nested in each other at most, itself included.</summary>
    public int Depth { get; }
}
