namespace HotChocolate.Types;

/// <summary>The <see cref="bool"/> parameter tells whether the request selects a field of the resolver's value.</summary>
/// <param name="fieldName">The field's name in the schema.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(string fieldName) : Attribute
{
    /// <summary>The field's name in the schema.</summary>
    public string[]? FieldNames { get; } = [fieldName];
}
