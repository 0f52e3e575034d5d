namespace HotChocolate.Types;

/// <summary>Of the input type's fields exactly one is given, and not as null (specification, section 3.10.1).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
