using System.Text.Json;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Reads a request's variables (specification, section 6.1.2).</summary>
/// <param name="document">The document.</param>
/// <param name="definitions">The operation's variables.</param>
/// <param name="types">Their types.</param>
internal sealed class VariableCoercion(DocumentNode document, IReadOnlyList<VariableDefinitionNode> definitions, IReadOnlyList<GraphType> types)
{
    /// <param name="json">A JSON object, or nothing.</param>
    /// <param name="errors">What is wrong with them; null where nothing is.</param>
    public VariableValues Coerce(JsonElement json, out List<GraphQLError>? errors)
    {
        errors = null;
        if (definitions.Count == 0)
            return VariableValues.None;
        var (values, given) = (new object?[definitions.Count], new bool[definitions.Count]);
        for (var i = 0; i < definitions.Count; i++)
        {
            var name = definitions[i].Variable.Name.Value;
            try
            {
                given[i] = TryCoerce(json, definitions[i], types[i], new InputPath(null, name), out values[i]);
            }
            catch (CoercionError error)
            {
                (errors ??= []).Add(GraphQLError.At($"Variable \"${name}\" is wrong. {error.Message}", ErrorCodes.InvalidType, document.Text, definitions[i].Start));
            }
            catch (InvalidOperationException) when (json.ValueKind == JsonValueKind.Object)
            {
                // System.Text.Json says so of half a surrogate pair, and only when the string is asked for.
                (errors ??= []).Add(GraphQLError.At($"Variable \"${name}\" holds text that is not Unicode.", ErrorCodes.InvalidType, document.Text, definitions[i].Start));
            }
        }

        return new VariableValues(definitions, values, given);
    }

    private static bool TryCoerce(JsonElement json, VariableDefinitionNode definition, GraphType type, InputPath at, out object? value)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(definition.Variable.Name.Value, out var given))
        {
            value = JsonInput.Coerce(given, type, at);
            return true;
        }

        if (definition.DefaultValue is { } literal)
        {
            value = LiteralInput.Coerce(literal, type, VariableValues.None, at);
            return true;
        }

        value = null;
        return type.IsNonNull ? throw new CoercionError($"It is required ({type}) and was not given.") : false;
    }
}
