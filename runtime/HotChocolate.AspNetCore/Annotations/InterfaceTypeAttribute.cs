namespace HotChocolate.Types;

/// <summary>The C# interface or class is an interface type (specification, section 3.7); the object types whose values implement it implement the interface.</summary>
/// <param name="name">The type's name; the C# type's where it is not given.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name, or <c>null</c> for the C# type's.</summary>
    public string? Name { get; set; } = name;
}
