using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>
/// Prices an operation before it is executed, by the directives <c>@cost</c> and <c>@listSize</c>; lists are as long as the request's own arguments say.
/// </summary>
internal sealed class CostAnalyzer(VariableValues variables)
{
    private const double Composite = 1;

    private readonly Dictionary<(CompositePlan, ListSize?, double), Cost> _known = [];

    /// <summary>Whether all requests with this plan cost the same so far.</summary>
    public bool IsFixed { get; private set; } = true;

    public Cost Of(OperationPlan plan)
    {
        var fields = Of(plan.Root, null, 1);
        return fields with { Types = fields.Types + Composite };
    }

    /// <summary>The way to the field that makes it dear: the deepest list on the dearest way down.</summary>
    /// <param name="plan">What costs too much.</param>
    /// <param name="isTypes">Whether it is the type cost that is too high.</param>
    public string Dearest(OperationPlan plan, bool isTypes)
    {
        double Price(Cost cost) => isTypes ? cost.Types : cost.Fields;
        var (selection, sizes, size) = ((SelectionPlan?)plan.Root, (ListSize?)null, 1d);
        var names = new List<string>();
        var upToList = 0;
        while (selection?.Fields.MaxBy(field => Price(Of(field, sizes, size))) is { Shape.Composite: { } composite } dearest)
        {
            names.Add(dearest.Name);
            if (SizeOf(dearest, sizes, size) > 1)
                upToList = names.Count;
            (sizes, size) = SizesBelow(dearest);
            selection = composite.Selections.MaxBy(one => Price(Of(one, sizes, size)));
        }

        return string.Join('.', upToList == 0 ? names : names.Take(upToList));
    }

    private Cost Of(SelectionPlan selection, ListSize? sizes, double size)
    {
        var sum = new Cost(0, 0);
        foreach (var field in selection.Fields)
        {
            var one = Of(field, sizes, size);
            sum = new Cost(sum.Fields + one.Fields, sum.Types + one.Types);
        }

        return sum;
    }

    private Cost Of(FieldPlan field, ListSize? sizes, double size)
    {
        var weight = field.Field.Cost ?? (field.Shape.Composite is null ? 0 : Composite);
        if (field.Shape.Composite is not { } composite)
            return new Cost(weight, 0);
        var times = SizeOf(field, sizes, size);
        var (below, each) = SizesBelow(field);
        var inside = Of(composite, below, each);
        return new Cost(weight + (times * inside.Fields), times * (Composite + inside.Types));
    }

    private Cost Of(CompositePlan composite, ListSize? sizes, double size)
    {
        if (_known.TryGetValue((composite, sizes, size), out var known))
            return known;
        var most = new Cost(0, 0);
        foreach (var selection in composite.Selections)
        {
            var one = Of(selection, sizes, size);
            most = new Cost(Math.Max(most.Fields, one.Fields), Math.Max(most.Types, one.Types));
        }

        _known.Add((composite, sizes, size), most);
        return most;
    }

    /// <summary>How many values the field is taken to have.</summary>
    private double SizeOf(FieldPlan field, ListSize? sizes, double size)
    {
        if (sizes is not null && sizes.SizedFields.Contains(field.Field.Name))
            return size;
        return field.Field.ListSize is { SizedFields.Count: 0 } own ? Asked(field, own) : 1;
    }

    private (ListSize? Sizes, double Size) SizesBelow(FieldPlan field) =>
        field.Field.ListSize is { SizedFields.Count: > 0 } own ? (own, Asked(field, own)) : (null, 1);

    private double Asked(FieldPlan field, ListSize sizes)
    {
        IsFixed &= field.Arguments.IsConstant;
        double? asked = null;
        ArgumentValues arguments;
        try
        {
            arguments = field.Arguments.Coerce(variables);
        }
        catch (Exception)
        {
            return 1; // told when it is executed
        }

        for (var i = 0; i < field.Field.Arguments.Count; i++)
        {
            if (sizes.SlicingArguments.Contains(field.Field.Arguments[i].Name) && arguments.Values[i] is int number)
                asked = Math.Max(asked ?? 0, number);
        }

        return asked ?? sizes.AssumedSize;
    }
}
