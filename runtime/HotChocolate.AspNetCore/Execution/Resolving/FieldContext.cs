using System.Security.Claims;
using GreenDonut;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>What the resolver of one row's field is told.</summary>
internal sealed class FieldContext(Execution execution, Column column, ArgumentValues arguments) : ResolverContext
{
    /// <summary>Which of the column's rows.</summary>
    public int Row { get; set; }

    public override object? Parent => column.Rows.Objects[Row];

    public override Field Field => column.Field.Field;

    public override IReadOnlyList<object> Path => FieldPath.Of(column, Row);

    public override IServiceProvider Services => execution.Request.Services;

    public override ClaimsPrincipal User => execution.Request.User;

    public override CancellationToken Cancelled => execution.Cancelled;

    public override IDataLoader Loader(Type type) => execution.Loader(type);

    public override object? Argument(int position) => arguments.Values[position];

    public override bool IsGiven(int position) => arguments.Given[position];

    public override bool IsSelected(string fieldName)
    {
        foreach (var selection in column.Field.Shape.Composite?.Selections ?? [])
        {
            foreach (var field in selection.Fields)
            {
                if (field.Field.Name == fieldName)
                    return true;
            }
        }

        return false;
    }
}

/// <summary>Finds the path of a value from where it stands in the columns; errors while writing know theirs already.</summary>
internal static class FieldPath
{
    public static IReadOnlyList<object> Of(Column column, int row)
    {
        var reversed = new List<object>();
        for (var at = column; ; at = at.Rows.Origin)
        {
            reversed.Add(at.Field.Name);
            if (at.Rows.Origin is not { } origin)
                break;
            var first = RowOf(origin, row);
            AddPositions(reversed, origin.Values[first]!, row - origin.Starts![first]);
            row = first;
        }

        reversed.Reverse();
        return reversed;
    }

    private static int RowOf(Column origin, int child)
    {
        var row = origin.Starts!.Length - 1;
        while (origin.Starts[row] > child)
            row--;
        return row;
    }

    private static void AddPositions(List<object> reversed, object value, int nth)
    {
        var positions = new Stack<int>();
        var left = nth;
        if (Find(value, ref left, positions))
            reversed.AddRange(positions.Cast<object>());
    }

    private static bool Find(object value, ref int left, Stack<int> positions)
    {
        if (value is not System.Collections.IList list)
            return left-- == 0;
        for (var i = 0; i < list.Count; i++)
        {
            positions.Push(i);
            if (list[i] is { } item && Find(item, ref left, positions))
                return true;
            positions.Pop();
        }

        return false;
    }
}
