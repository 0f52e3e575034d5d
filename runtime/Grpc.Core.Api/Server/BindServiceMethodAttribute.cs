namespace Grpc.Core;

/// <summary>On a generated service base class: names the static method that binds the service.</summary>
/// <param name="bindType">The type that has the method.</param>
/// <param name="bindMethodName">The method's name; it takes a <see cref="ServiceBinderBase"/> and the service.</param>
[AttributeUsage(AttributeTargets.Class)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The type that has the method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The method's name.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
