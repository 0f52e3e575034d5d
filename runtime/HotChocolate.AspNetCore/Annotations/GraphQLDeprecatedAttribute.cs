namespace HotChocolate;

/// <summary>Should not be used any more (specification, section 3.13.3); <see cref="ObsoleteAttribute"/> says the same.</summary>
/// <param name="deprecationReason">Why, and what to use instead.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDeprecatedAttribute(string deprecationReason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string DeprecationReason { get; } = deprecationReason;
}
