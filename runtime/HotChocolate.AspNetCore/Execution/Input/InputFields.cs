using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>The fields of one input object while they are gathered.</summary>
internal sealed class InputFields(InputType input, InputPath at)
{
    private readonly Dictionary<string, object?> _given = new(StringComparer.Ordinal);

    public void Give(InputValue field, object? value) => _given[field.Name] = value;

    /// <summary>The C# object of what was given, completed by the defaults.</summary>
    /// <exception cref="CoercionError">A required field is missing, or not exactly one of several is given.</exception>
    public object Create()
    {
        foreach (var field in input.Fields)
        {
            if (_given.ContainsKey(field.Name))
                continue;
            if (field.DefaultValue is { } value)
                Give(field, LiteralInput.Coerce(value, field.Type, VariableValues.None, new InputPath(at, field.Name)));
            else if (field.Type.IsNonNull)
                throw JsonInput.At(at, $"{input.Name} needs the field \"{field.Name}\" ({field.Type}).");
        }

        if (input.IsOneOf && (_given.Count != 1 || _given.Values.First() is null))
            throw JsonInput.At(at, $"{input.Name} takes exactly one of its fields, and not as null.");
        return input.Create is { } create ? create(_given) : _given;
    }
}
