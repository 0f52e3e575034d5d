namespace HotChocolate.Types;

/// <summary>The method takes the place of a property's field.</summary>
/// <param name="name">The property of the object's C# type whose field goes.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The property whose field goes.</summary>
    public string Name { get; } = name;
}
