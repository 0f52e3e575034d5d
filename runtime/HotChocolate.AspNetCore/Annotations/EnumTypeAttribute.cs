namespace HotChocolate.Types;

/// <summary>The C# enum is an enum type (specification, section 3.9) of another name.</summary>
/// <param name="name">The type's name; the C# enum's where it is not given.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name, or <c>null</c> for the C# enum's.</summary>
    public string? Name { get; set; } = name;
}
