using System.Text.Json;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Makes input values of the JSON that variables come as (specification, section 3.10, "Input Coercion").</summary>
internal static class JsonInput
{
    /// <exception cref="CoercionError">The JSON is no value of the type.</exception>
    public static object? Coerce(JsonElement json, GraphType type, InputPath at)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return type.IsNonNull ? throw At(at, $"{type} cannot be null.") : null;
        return type.Nullable switch
        {
            ListType list => List(json, list, at),
            InputType input => Object(json, input, at),
            EnumType options => Option(json, options, at),
            ScalarType scalar => Scalar(json, scalar, at),
            var other => throw new InvalidOperationException($"{other} is no input type."),
        };
    }

    public static CoercionError At(InputPath at, string message) => new($"At {at}: {message}");

    private static object?[] List(JsonElement json, ListType list, InputPath at)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [Coerce(json, list.Item, at)];
        var items = new object?[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[i] = Coerce(item, list.Item, new InputPath(at, i));
            i++;
        }

        return items;
    }

    private static object Object(JsonElement json, InputType input, InputPath at)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw At(at, $"{input.Name} is an object.");
        var fields = new InputFields(input, at);
        foreach (var property in json.EnumerateObject())
        {
            var field = input.Find(property.Name) ?? throw At(at, $"{input.Name} has no field \"{property.Name}\".");
            fields.Give(field, Coerce(property.Value, field.Type, new InputPath(at, field.Name)));
        }

        return fields.Create();
    }

    private static object Option(JsonElement json, EnumType options, InputPath at)
    {
        var name = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return name is not null && options.Find(name) is { } option
            ? option.Value
            : throw At(at, $"{options.Name} is one of {string.Join(", ", options.Values.Select(value => value.Name))}, written as a string.");
    }

    private static object? Scalar(JsonElement json, ScalarType scalar, InputPath at)
    {
        try
        {
            return scalar.Form.FromJson(json);
        }
        catch (CoercionError error)
        {
            throw At(at, error.Message);
        }
    }
}
