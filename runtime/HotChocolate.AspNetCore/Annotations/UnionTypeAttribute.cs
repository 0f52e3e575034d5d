namespace HotChocolate.Types;

/// <summary>The C# interface or class is a union (specification, section 3.8) of the object types whose values implement it.</summary>
/// <param name="name">The type's name; the C# type's where it is not given.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name, or <c>null</c> for the C# type's.</summary>
    public string? Name { get; set; } = name;
}
