using System.Collections;

namespace HotChocolate.Execution;

/// <summary>
/// The objects at one place of the answer whose fields must be resolved before writing, in the order in which they will be written; each eager field has a column of values.
/// </summary>
internal sealed class Rows
{
    private readonly CompositePlan? _plan;
    private readonly SelectionPlan?[]? _selections;

    private Rows(Column? origin, CompositePlan? plan, object?[] objects, int count, SelectionPlan?[]? selections, Segment[] segments)
    {
        (Origin, _plan, Objects, Count, _selections, Segments) = (origin, plan, objects, count, selections, segments);
    }

    /// <summary>The column whose values hold the objects; null at the root.</summary>
    public Column? Origin { get; }

    public object?[] Objects { get; }

    public int Count { get; }

    /// <summary>The rows by object type.</summary>
    public Segment[] Segments { get; }

    public static Rows Root(SelectionPlan plan, object? root) => new(null, null, [root], 1, null, [new Segment(plan)]);

    /// <summary>The objects in the values of a column; notes in the column where each value's objects begin.</summary>
    public static Rows Of(Column column, CompositePlan plan)
    {
        var collector = new ObjectCollector(column);
        collector.Collect();
        if (plan.Selections.Count == 1)
            return new Rows(column, plan, collector.Objects, collector.Count, null, [new Segment(plan.Selections[0])]);
        var selections = new SelectionPlan?[collector.Count];
        for (var i = 0; i < selections.Length; i++)
            selections[i] = Selection(plan, collector.Objects[i]!);
        var segments = selections.Where(one => one is not null).Distinct().Select(one => new Segment(one!)).ToArray();
        return new Rows(column, plan, collector.Objects, collector.Count, selections, segments);
    }

    /// <summary>Whether the row is of this selection's type.</summary>
    public bool Is(SelectionPlan selection, int row) => _selections is null || _selections[row] == selection;

    /// <summary>The columns of a selection.</summary>
    public Column[] Columns(SelectionPlan selection)
    {
        foreach (var segment in Segments)
        {
            if (segment.Selection == selection)
                return segment.Columns;
        }

        throw new InvalidOperationException($"No object of {selection.Type} was seen while resolving {_plan?.Type}.");
    }

    // What cannot be told apart is told when it is written.
    private static SelectionPlan? Selection(CompositePlan plan, object value)
    {
        try
        {
            return plan.For(value);
        }
        catch (UnknownObject)
        {
            return null;
        }
    }
}

/// <summary>The rows of one object type.</summary>
internal sealed class Segment(SelectionPlan selection)
{
    public SelectionPlan Selection { get; } = selection;

    public Column[] Columns { get; } = new Column[selection.Eager.Length];
}

/// <summary>The values of one eager field, a <see cref="Failure"/> where there is none.</summary>
internal sealed class Column(Rows rows, FieldPlan field)
{
    public Rows Rows { get; } = rows;

    public FieldPlan Field { get; } = field;

    public object?[] Values { get; } = new object?[rows.Count];

    /// <summary>Where in <see cref="Children"/> the objects of each value begin.</summary>
    public int[]? Starts { get; set; }

    public Rows? Children { get; set; }
}

/// <summary>Finds the objects in a column's values, however deep in lists.</summary>
internal sealed class ObjectCollector(Column column)
{
    public object?[] Objects { get; private set; } = new object?[Math.Max(column.Values.Length, 4)];

    public int Count { get; private set; }

    public void Collect()
    {
        var starts = new int[column.Values.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Count;
            var value = column.Values[i];
            if (value is null or Failure)
                continue;
            try
            {
                column.Values[i] = Collect(value, column.Field.Shape);
            }
            catch (Exception problem)
            {
                Count = starts[i];
                column.Values[i] = new Failure(problem);
            }
        }

        column.Starts = starts;
    }

    // A list that is made anew at each enumeration would be another one when it is written: it is kept as it was seen.
    private object Collect(object value, ValueShape shape)
    {
        if (shape.Item is not { } item)
        {
            Add(value);
            return value;
        }

        var list = ListValue.Of(value);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } one)
            {
                var kept = Collect(one, item);
                if (!ReferenceEquals(kept, one))
                    list = ListValue.Replaced(list, i, kept);
            }
        }

        return list;
    }

    private void Add(object value)
    {
        if (Count == Objects.Length)
        {
            var larger = new object?[Count * 2];
            Objects.CopyTo(larger, 0);
            Objects = larger;
        }

        Objects[Count++] = value;
    }
}

/// <summary>What resolvers give for lists.</summary>
internal static class ListValue
{
    public static IList Of(object value) => value switch
    {
        IList list => list,
        string => throw new NotAList(value),
        IEnumerable many => many.Cast<object?>().ToArray(),
        _ => throw new NotAList(value),
    };

    public static IList Replaced(IList list, int position, object value)
    {
        var copy = new object?[list.Count];
        list.CopyTo(copy, 0);
        copy[position] = value;
        return copy;
    }
}

/// <summary>A resolver gave no list where the schema has one.</summary>
internal sealed class NotAList(object value) : Exception($"A list was expected, not a {value.GetType().Name}.");
