namespace HotChocolate;

/// <summary>How the schema is made.</summary>
public class SchemaOptions
{
    /// <summary>Whether XML documentation becomes descriptions.</summary>
    public bool UseXmlDocumentation { get; set; } = true;

    /// <summary>Whether fields and types are ordered by name instead of as they are met.</summary>
    public bool SortFieldsByName { get; set; }
}
