namespace HotChocolate.Execution;

/// <summary>
/// The first of two phases: calls the methods, level by level. A level is every method field whose parents are known; all of them are started before any is waited for.
/// </summary>
internal sealed class Resolving(Execution execution)
{
    private readonly Queue<Rows> _open = [];
    private readonly List<Column> _called = [];
    private List<Waiting>? _waiting;

    /// <summary>Fills the columns of these rows, and of all rows below them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="only">Of a mutation: the one field whose turn it is.</param>
    public async ValueTask RunAsync(Rows rows, FieldPlan? only = null)
    {
        Start(rows, only);
        while (true)
        {
            while (_open.TryDequeue(out var next))
                Start(next, null);
            if (_waiting is { Count: > 0 })
                await WaitAsync();
            if (_called.Count == 0)
                return;
            foreach (var column in _called)
                Descend(column);
            _called.Clear();
        }
    }

    private void Start(Rows rows, FieldPlan? only)
    {
        foreach (var segment in rows.Segments)
        {
            foreach (var field in segment.Selection.Eager)
            {
                if (only is not null && field != only)
                    continue;
                var column = new Column(rows, field);
                segment.Columns[field.Column] = column;
                if (field.Kind == FieldKind.Method)
                    Call(column, segment.Selection);
                else
                    Read(column, segment.Selection);
            }
        }
    }

    private void Call(Column column, SelectionPlan selection)
    {
        _called.Add(column);
        var rows = column.Rows;
        ArgumentValues arguments;
        try
        {
            arguments = column.Field.Arguments.Coerce(execution.Variables);
        }
        catch (Exception problem)
        {
            Array.Fill(column.Values, new Failure(problem));
            return;
        }

        var context = new FieldContext(execution, column, arguments);
        for (var row = 0; row < rows.Count; row++)
        {
            if (!rows.Is(selection, row))
                continue;
            context.Row = row;
            try
            {
                var value = column.Field.Resolve!(context);
                if (value.IsCompletedSuccessfully)
                {
                    column.Values[row] = value.Result;
                    continue;
                }

                (_waiting ??= []).Add(new Waiting(value.AsTask(), column, row));
            }
            catch (Exception problem)
            {
                column.Values[row] = new Failure(problem);
                continue;
            }

            // Who goes on later still reads its own.
            context = new FieldContext(execution, column, arguments);
        }
    }

    private void Read(Column column, SelectionPlan selection)
    {
        var rows = column.Rows;
        for (var row = 0; row < rows.Count; row++)
        {
            if (!rows.Is(selection, row))
                continue;
            try
            {
                column.Values[row] = column.Field.Get!(rows.Objects[row]);
            }
            catch (Exception problem)
            {
                column.Values[row] = new Failure(problem);
            }
        }

        Descend(column);
    }

    private void Descend(Column column)
    {
        if (column.Field.Shape.Composite is not { HasEager: true } plan)
            return;
        column.Children = Rows.Of(column, plan);
        if (column.Children.Count > 0)
            _open.Enqueue(column.Children);
    }

    private async ValueTask WaitAsync()
    {
        var waiting = _waiting!;
        await execution.Dispatcher.RunAsync([.. waiting.Select(one => one.Task)]);
        foreach (var (task, column, row) in waiting)
            column.Values[row] = task.IsCompletedSuccessfully ? await task : FailureOf(task);
        waiting.Clear();
    }

    private static Failure FailureOf(Task task) =>
        new(task.Exception?.InnerException ?? new OperationCanceledException("The resolver was cancelled."));

    private sealed record Waiting(Task<object?> Task, Column Column, int Row);
}
