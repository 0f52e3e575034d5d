namespace HotChocolate;

/// <summary>Names the method that registers the assembly's annotated types: <c>Module("Types")</c> goes with <c>AddTypes()</c>.</summary>
/// <param name="name">What follows <c>Add</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string name) : Attribute
{
    /// <summary>What follows <c>Add</c>.</summary>
    public string Name { get; } = name;
}
