namespace HotChocolate.Types;

/// <summary>The class's public methods and properties are fields of the query type; any number of classes may say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;
