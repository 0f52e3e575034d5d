using System.Collections;

namespace HotChocolate.Execution;

/// <summary>
/// The second of two phases: writes the answer straight from the objects. Where a null may not be, what was written is taken back to the nearest place that may be null
/// (specification, section 6.4.4).
/// </summary>
internal sealed class AnswerWriter(JsonBuffer json, ErrorTeller teller)
{
    private readonly AnswerPath _path = new();

    /// <summary>What went wrong, in the order of the answer.</summary>
    public List<GraphQLError>? Errors { get; private set; }

    /// <summary>Writes a root object.</summary>
    /// <returns>False where a null goes up beyond it; what is written then is to be taken back.</returns>
    public bool Object(SelectionPlan selection, object? value, Rows? rows)
    {
        json.Raw((byte)'{');
        var written = Fields(selection, value, rows, 0, 0, selection.Fields.Length);
        json.Raw((byte)'}');
        return written;
    }

    /// <summary>Writes some of an object's fields.</summary>
    /// <returns>False where a null goes up beyond the object; what is written then is to be taken back.</returns>
    public bool Fields(SelectionPlan selection, object? parent, Rows? rows, int row, int from, int to)
    {
        var (fields, columns) = (selection.Fields, selection.Eager.Length == 0 ? null : rows!.Columns(selection));
        var (i, start, depth) = (from, 0, _path.Depth);
        while (true)
        {
            try
            {
                for (; i < to; i++)
                {
                    var field = fields[i];
                    json.Raw(i == 0 ? field.Key.AsSpan(1) : field.Key);
                    start = json.Length;
                    switch (field.Kind)
                    {
                        case FieldKind.Constant:
                            break;
                        case FieldKind.Leaf:
                            if (!field.Leaf!(json, parent) && !Null(field, start))
                                return false;
                            break;
                        default:
                            if (!Value(field, parent, columns, row))
                                return false;
                            break;
                    }
                }

                return true;
            }
            catch (Exception problem)
            {
                _path.Depth = depth;
                if (!Failed(fields[i], problem, start))
                    return false;
                i++;
            }
        }
    }

    private bool Value(FieldPlan field, object? parent, Column[]? columns, int row)
    {
        object? value;
        Rows? children = null;
        var child = 0;
        if (field.IsEager)
        {
            var column = columns![field.Column];
            value = column.Values[row];
            children = column.Children;
            child = column.Starts is { } starts ? starts[row] : 0;
        }
        else
        {
            value = field.Get!(parent);
        }

        var start = json.Length;
        if (value is Failure failure)
            return Failed(field, failure.Exception, start);
        if (value is null)
            return Null(field, start);
        _path.Enter(field.Name);
        var written = Shaped(field, field.Shape, value, children, ref child);
        _path.Leave();
        if (written)
            return true;
        if (field.Shape.IsNonNull)
            return false;
        json.TakeBack(start);
        json.Null();
        return true;
    }

    /// <returns>False where a null goes up from inside, or from a leaf that cannot be written.</returns>
    private bool Shaped(FieldPlan field, ValueShape shape, object value, Rows? children, ref int child)
    {
        if (shape.Item is { } item)
            return List(field, item, value, children, ref child);
        if (shape.Composite is { } composite)
        {
            var row = child++;
            var selection = composite.For(value);
            json.Raw((byte)'{');
            if (!Fields(selection, value, children, row, 0, selection.Fields.Length))
                return false;
            json.Raw((byte)'}');
            return true;
        }

        shape.Leaf!.Write(json, value);
        return true;
    }

    private bool List(FieldPlan field, ValueShape item, object value, Rows? children, ref int child)
    {
        var list = ListValue.Of(value);
        json.Raw((byte)'[');
        _path.EnterList();
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            _path.Position = i;
            if (!Item(field, item, list, i, children, ref child))
            {
                _path.Leave();
                return false;
            }
        }

        _path.Leave();
        json.Raw((byte)']');
        return true;
    }

    private bool Item(FieldPlan field, ValueShape item, IList list, int position, Rows? children, ref int child)
    {
        var (start, depth, first) = (json.Length, _path.Depth, child);
        var value = list[position];
        try
        {
            if (value is Failure failure)
                throw failure.Exception;
            if (value is not null && Shaped(field, item, value, children, ref child))
                return true;
            if (value is null && item.IsNonNull)
                Tell(field, null);
        }
        catch (Exception problem)
        {
            _path.Depth = depth;
            Tell(field, problem);
        }

        if (item.IsNonNull)
            return false;
        // What was not written of the item still has its rows.
        child = first + (value is null || item.Composite is null ? 0 : Objects(value, item));
        json.TakeBack(start);
        json.Null();
        return true;
    }

    private static int Objects(object value, ValueShape shape)
    {
        if (shape.Item is not { } item)
            return 1;
        var count = 0;
        foreach (var one in value as IEnumerable ?? Array.Empty<object>())
            count += one is null ? 0 : Objects(one, item);
        return count;
    }

    private bool Null(FieldPlan field, int start)
    {
        if (!field.Shape.IsNonNull)
        {
            json.Null();
            return true;
        }

        return Failed(field, null, start);
    }

    private bool Failed(FieldPlan field, Exception? problem, int start)
    {
        _path.Enter(field.Name);
        Tell(field, problem);
        _path.Leave();
        if (field.Shape.IsNonNull)
            return false;
        json.TakeBack(start);
        json.Null();
        return true;
    }

    /// <param name="field">Whose value it is.</param>
    /// <param name="problem">What was thrown; null where a null stands that may not.</param>
    private void Tell(FieldPlan field, Exception? problem)
    {
        Errors ??= [];
        if (Errors.Count < ErrorTeller.Most)
            teller.Tell(Errors, field, _path.ToList(), problem);
    }
}
