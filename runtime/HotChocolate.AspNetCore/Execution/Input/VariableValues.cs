using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>The coerced values of an operation's variables in one request.</summary>
/// <param name="definitions">The operation's variables.</param>
/// <param name="values">Their values, in the same order.</param>
/// <param name="given">Which of them were given or have defaults.</param>
internal sealed class VariableValues(IReadOnlyList<VariableDefinitionNode> definitions, object?[] values, bool[] given)
{
    public static VariableValues None { get; } = new([], [], []);

    /// <returns>Whether the variable was given or has a default.</returns>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (definitions[i].Variable.Name.Value == name)
            {
                value = values[i];
                return given[i];
            }
        }

        value = null;
        return false;
    }

    public bool IsTrue(string name) => TryGet(name, out var value) && value is true;
}
