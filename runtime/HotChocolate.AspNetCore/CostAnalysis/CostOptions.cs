namespace HotChocolate.CostAnalysis;

/// <summary>What an operation may cost.</summary>
public sealed class CostOptions
{
    /// <summary>The most that an operation's fields may cost together.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>The most objects that an operation may ask for.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether an operation that costs more is refused.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>What a field costs whose resolver waits for something; <c>null</c> for no more than others.</summary>
    public double? DefaultResolverCost { get; set; } = 10;
}
