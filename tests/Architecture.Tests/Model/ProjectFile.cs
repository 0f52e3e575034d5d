using System.Xml.Linq;

namespace Training.Architecture.Tests.Model;

/// <summary>What a project file names.</summary>
/// <param name="Path">From the root, with '/'.</param>
/// <param name="Projects">Projects it references, as paths from the root.</param>
/// <param name="Uses">Official packages it asks the stand-in table for.</param>
/// <param name="Packages">Packages it references.</param>
/// <param name="OwnVersions">Packages to which it gives a version of its own.</param>
internal sealed record ProjectFile(
    string Path,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Uses,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> OwnVersions)
{
    private const string RepoRoot = "$(RepoRoot)";

    public static ProjectFile Parse(string path, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToList();
        var packages = items.Where(item => item.Name.LocalName == "PackageReference").ToList();
        return new ProjectFile(
            path,
            [.. items.Where(item => item.Name.LocalName == "ProjectReference").SelectMany(Included).Where(IsFixed).Select(reference => FromRoot(path, reference))],
            [.. items.Where(item => item.Name.LocalName == "Uses").SelectMany(Included)],
            [.. packages.SelectMany(Included)],
            [.. packages.Where(HasVersion).SelectMany(Included)]);
    }

    private static IEnumerable<string> Included(XElement item) =>
        item.Attribute("Include")?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // What a property names is chosen when building (the design-time project's service) and no fact of the house.
    private static bool IsFixed(string reference) => reference.StartsWith(RepoRoot, StringComparison.Ordinal) || !reference.StartsWith("$(", StringComparison.Ordinal);

    private static bool HasVersion(XElement item) =>
        item.Attributes().Select(one => one.Name).Concat(item.Elements().Select(one => one.Name)).Any(name => name.LocalName is "Version" or "VersionOverride");

    private static string FromRoot(string project, string reference)
    {
        var isFromRoot = reference.StartsWith(RepoRoot, StringComparison.Ordinal);
        List<string> segments = isFromRoot ? [] : [.. project.Split('/')[..^1]];
        foreach (var segment in (isFromRoot ? reference[RepoRoot.Length..] : reference).Split('/', '\\'))
        {
            if (segment == "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ".")
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
