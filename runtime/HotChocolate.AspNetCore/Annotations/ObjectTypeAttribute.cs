namespace HotChocolate.Types;

/// <summary>The class is an object type (specification, section 3.6), also where no field leads to it.</summary>
/// <param name="name">The type's name; the class's where it is not given.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class ObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name, or <c>null</c> for the class's.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>The class's public static methods are further fields of the object type that stands for <typeparamref name="T"/>; one of the same name takes the field's place.</summary>
/// <typeparam name="T">The C# type of the object's values.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute<T> : Attribute
{
    /// <summary>The C# type of the object's values.</summary>
    public Type Type => typeof(T);
}
