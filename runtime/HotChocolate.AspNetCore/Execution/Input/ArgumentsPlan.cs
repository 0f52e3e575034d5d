using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>The arguments of one field of an operation.</summary>
internal sealed class ArgumentsPlan
{
    private readonly IReadOnlyList<InputValue> _definitions;
    private readonly ValueNode?[] _literals;
    private readonly ArgumentValues? _constant;

    public ArgumentsPlan(IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> arguments)
    {
        _definitions = definitions;
        _literals = new ValueNode?[definitions.Count];
        for (var i = 0; i < _literals.Length; i++)
            _literals[i] = arguments.FirstOrDefault(argument => argument.Name.Value == definitions[i].Name)?.Value;
        IsConstant = !_literals.Any(HoldsVariable);
        // Objects may be changed by who gets them, so that each request has its own.
        if (IsConstant && !definitions.Any(definition => definition.Type.Named is InputType))
            _constant = TryCoerce();
    }

    /// <summary>Whether all requests give the same.</summary>
    public bool IsConstant { get; }

    /// <exception cref="ArgumentProblem">A variable does not hold what an argument needs.</exception>
    public ArgumentValues Coerce(VariableValues variables)
    {
        if (_constant is not null)
            return _constant;
        if (_definitions.Count == 0)
            return ArgumentValues.None;
        var (values, given) = (new object?[_definitions.Count], new bool[_definitions.Count]);
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                given[i] = TryCoerce(_definitions[i], _literals[i], variables, out values[i]);
            }
            catch (CoercionError problem)
            {
                throw new ArgumentProblem(problem.Message, _literals[i]?.Start);
            }
        }

        return new ArgumentValues(values, given);
    }

    private ArgumentValues? TryCoerce()
    {
        try
        {
            return Coerce(VariableValues.None);
        }
        catch (ArgumentProblem)
        {
            return null; // told when it is executed
        }
    }

    private static bool TryCoerce(InputValue definition, ValueNode? literal, VariableValues variables, out object? value)
    {
        var at = new InputPath(null, definition.Name);
        if (literal is not null && !LiteralInput.IsAbsent(literal, variables))
        {
            value = LiteralInput.Coerce(literal, definition.Type, variables, at);
            return true;
        }

        if (definition.DefaultValue is { } standard)
        {
            value = LiteralInput.Coerce(standard, definition.Type, VariableValues.None, at);
            return true;
        }

        value = null;
        return definition.Type.IsNonNull ? throw new CoercionError($"The argument \"{definition.Name}\" is required ({definition.Type}).") : false;
    }

    private static bool HoldsVariable(ValueNode? literal) => literal switch
    {
        VariableNode => true,
        ListNode list => list.Items.Any(HoldsVariable),
        ObjectNode one => one.Fields.Any(field => HoldsVariable(field.Value)),
        _ => false,
    };
}

/// <summary>A field's coerced arguments, in the order in which the field defines them.</summary>
internal sealed record ArgumentValues(object?[] Values, bool[] Given)
{
    public static ArgumentValues None { get; } = new([], []);
}

/// <summary>A field's arguments are not what it needs, because of what a variable holds.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Where the argument is written, as an offset into the document; null where it is not written.</param>
internal sealed class ArgumentProblem(string message, int? position) : Exception(message)
{
    public int? Position { get; } = position;
}
