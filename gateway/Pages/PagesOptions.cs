namespace Training.Gateway;

/// <summary>Section <c>Pages</c>: the pages for developers.</summary>
internal sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>A folder of npm packages (<c>node_modules</c>) that has <c>graphiql</c> and <c>@scalar/api-reference</c>; relative to the content root.</summary>
    public string Packages { get; set; } = "node_modules";
}
