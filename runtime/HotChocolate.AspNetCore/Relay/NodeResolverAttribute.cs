namespace HotChocolate.Types.Relay;

/// <summary>The static method finds an object by its id, for <c>node</c> and <c>nodes</c>; its first parameter is the id.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class NodeResolverAttribute : Attribute;
