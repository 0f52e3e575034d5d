namespace HotChocolate;

/// <summary>How the schema is made.</summary>
public class SchemaOptions
{
    /// <summary>Whether XML documentation becomes descriptions.</summary>
    public bool UseXmlDocumentation { get; set; } = true;
}
