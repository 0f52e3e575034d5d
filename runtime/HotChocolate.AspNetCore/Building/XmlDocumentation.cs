using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HotChocolate.Building;

/// <summary>What the documentation files beside the assemblies say. An assembly without a file, or with one that cannot be read, says nothing.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Summary(MemberInfo member) => Text(Element(member)?.Element("summary"));

    public string? Returns(MemberInfo member) => Text(Element(member)?.Element("returns"));

    public string? Parameter(MemberInfo member, string name) =>
        Text(Element(member)?.Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == name));

    private XElement? Element(MemberInfo member)
    {
        var assembly = member.Module.Assembly;
        if (!_files.TryGetValue(assembly, out var members))
            _files.Add(assembly, members = Load(assembly));
        return members.GetValueOrDefault(DocumentationId.Of(member));
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var file = System.IO.Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(file))
            return members;
        try
        {
            foreach (var member in XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                if ((string?)member.Attribute("name") is { } name)
                    members[name] = member;
            }
        }
        catch (XmlException)
        {
            members.Clear();
        }

        return members;
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = new StringBuilder();
        Write(element, text);
        var lines = text.ToString().Replace("\r", "").Split('\n').Select(line => line.Trim());
        var words = string.Join('\n', lines).Trim('\n');
        return words.Length == 0 ? null : words;
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { Name.LocalName: "see" or "seealso" } see when see.IsEmpty:
                    text.Append((string?)see.Attribute("langword") ?? (string?)see.Attribute("href") ?? LastName((string?)see.Attribute("cref")));
                    break;
                case XElement { Name.LocalName: "paramref" or "typeparamref" } reference:
                    text.Append((string?)reference.Attribute("name"));
                    break;
                case XElement { Name.LocalName: "c" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append("\n\n");
                    Write(paragraph, text);
                    break;
                case XElement other:
                    Write(other, text);
                    break;
            }
        }
    }

    private static string? LastName(string? reference)
    {
        var name = reference?.Split('(')[0];
        return name?[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }
}
