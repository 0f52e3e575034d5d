namespace HotChocolate;

/// <summary>What it is, in words for those who read the schema; goes before the XML documentation.</summary>
/// <param name="description">The description in the schema.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Property
    | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description in the schema.</summary>
    public string Description { get; } = description;
}
