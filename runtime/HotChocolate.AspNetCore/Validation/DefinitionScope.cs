using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>An operation or fragment, and what is met in it.</summary>
internal sealed class DefinitionScope(ExecutableDefinitionNode node)
{
    public ExecutableDefinitionNode Node { get; } = node;

    public List<FragmentSpreadNode> Spreads { get; } = [];

    public List<VariableUsage> Usages { get; } = [];
}

/// <summary>A variable in a value.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Type">The type expected there; null where it is not known.</param>
/// <param name="HasDefault">Whether the place has a default of its own.</param>
/// <param name="Owner">The input type whose field it is given to, if any.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphType? Type, bool HasDefault, InputType? Owner);
