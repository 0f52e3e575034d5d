namespace HotChocolate.Types;

/// <summary>What an argument or input field is where it is not given.</summary>
/// <param name="value">A C# value of its type.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>What holds where nothing is given.</summary>
    public object? Value { get; } = value;
}
