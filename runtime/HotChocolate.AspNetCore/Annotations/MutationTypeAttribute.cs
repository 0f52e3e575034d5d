namespace HotChocolate.Types;

/// <summary>The class's public methods are fields of the mutation type; any number of classes may say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;
