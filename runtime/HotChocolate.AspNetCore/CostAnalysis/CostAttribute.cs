namespace HotChocolate.CostAnalysis.Types;

/// <summary>What each appearance of the field costs.</summary>
/// <param name="weight">Added to the operation's field cost.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    internal double Weight { get; } = weight;
}
