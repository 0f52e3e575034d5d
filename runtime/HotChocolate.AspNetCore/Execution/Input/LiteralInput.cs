using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Makes input values of the literals in documents, which may hold variables (specification, section 3.10, "Input Coercion").</summary>
internal static class LiteralInput
{
    /// <exception cref="CoercionError">The literal is no value of the type.</exception>
    public static object? Coerce(ValueNode literal, GraphType type, VariableValues variables, InputPath at)
    {
        if (literal is VariableNode variable)
            return NotNull(variables.TryGet(variable.Name.Value, out var value) ? value : null, type, at);
        if (literal is NullNode)
            return NotNull(null, type, at);
        return type.Nullable switch
        {
            ListType list => List(literal, list, variables, at),
            InputType input => Object(literal, input, variables, at),
            EnumType options => Option(literal, options, at),
            ScalarType scalar => Scalar(literal, scalar, at),
            var other => throw new InvalidOperationException($"{other} is no input type."),
        };
    }

    /// <summary>Whether a variable that was not given stands here, so that the default holds.</summary>
    public static bool IsAbsent(ValueNode literal, VariableValues variables) =>
        literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);

    private static object? NotNull(object? value, GraphType type, InputPath at) =>
        value is null && type.IsNonNull ? throw JsonInput.At(at, $"{type} cannot be null.") : value;

    private static object?[] List(ValueNode literal, ListType list, VariableValues variables, InputPath at)
    {
        if (literal is not ListNode many)
            return [Coerce(literal, list.Item, variables, at)];
        var items = new object?[many.Items.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Coerce(many.Items[i], list.Item, variables, new InputPath(at, i));
        return items;
    }

    private static object Object(ValueNode literal, InputType input, VariableValues variables, InputPath at)
    {
        if (literal is not ObjectNode one)
            throw JsonInput.At(at, $"{input.Name} is an object.");
        var fields = new InputFields(input, at);
        foreach (var given in one.Fields)
        {
            var field = input.Find(given.Name.Value) ?? throw JsonInput.At(at, $"{input.Name} has no field \"{given.Name.Value}\".");
            if (!IsAbsent(given.Value, variables))
                fields.Give(field, Coerce(given.Value, field.Type, variables, new InputPath(at, field.Name)));
        }

        return fields.Create();
    }

    private static object Option(ValueNode literal, EnumType options, InputPath at) =>
        literal is EnumNode one && options.Find(one.Value) is { } option
            ? option.Value
            : throw JsonInput.At(at, $"{options.Name} is one of {string.Join(", ", options.Values.Select(value => value.Name))}.");

    private static object? Scalar(ValueNode literal, ScalarType scalar, InputPath at)
    {
        try
        {
            return scalar.Form.FromLiteral(literal);
        }
        catch (CoercionError error)
        {
            throw JsonInput.At(at, error.Message);
        }
    }
}
