namespace HotChocolate.Types.Relay;

/// <summary>
/// Is a global id: of type <c>ID</c>, and opaque, made of a type's name and the C# value. Reading one checks that it is of the type expected.
/// </summary>
/// <param name="typeName">The type whose id it is; the object's own where it is not given, and on an argument: any type's.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The type whose id it is, or <c>null</c>.</summary>
    public string? TypeName { get; } = typeName;
}

/// <summary>Is the global id of the object type that stands for <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The C# type of the object whose id it is.</typeparam>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute<T> : Attribute
{
    /// <summary>The type whose id it is.</summary>
    public string? TypeName { get; } = typeof(T).Name;
}
