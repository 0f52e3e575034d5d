using System.Text.RegularExpressions;
using Training.Architecture.Tests.Model;
using Training.Architecture.Tests.References;

namespace Training.Architecture.Tests.Sources;

/// <summary>The domain is plain C#: no package but NodaTime, no attribute, of ours only its own service and Hosting's small vocabulary.</summary>
internal static partial class DomainRule
{
    public static Verdict Check(IEnumerable<SourceFile> sources)
    {
        var domain = sources.Where(source => Places.Of(source.Path) == Place.Service && source.Folders.Contains("Domain")).ToList();
        return Verdict.Of(domain, source =>
        [
            .. Namespaces(source).Where(name => !IsPlain(name, source)).Distinct()
                .Select(name => $"{source.Path} names {name}: the domain is plain C# (NodaTime excepted). Move what needs it to Features or Data."),
            .. Attribute().Matches(source.Code)
                .Select(found => $"{source.Path} carries {found.Value.Trim()}: the domain has no attributes. State it in Data's mapping instead."),
        ]);
    }

    private static IEnumerable<string> Namespaces(SourceFile source) =>
        Using().Matches(source.Code).Select(found => found.Groups["name"].Value)
            .Concat(Qualified().Matches(source.Code).Select(found => found.Value));

    private static bool IsPlain(string name, SourceFile source)
    {
        var service = source.Path.Split('/')[1];
        string[] allowed = ["System", "NodaTime", "Training.Hosting", $"Training.{service}"];
        return allowed.Any(root => name == root || name.StartsWith(root + ".", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?<name>[\w.]+)(?:<[^;\n]*>)?\s*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?:Microsoft|Google|Grpc|Dapr|Npgsql|HotChocolate|Training\.(?:Messaging|Contracts))\.\w+(?:\.\w+)*")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*\[\s*(?:\w+\s*:\s*)?[A-Z]\w*(?:\.\w+)*\s*(?:\([^\]]*\))?\s*(?:,[^\]]*)?\](?=\s*(?:$|\[|public|internal|private|protected|sealed|static|abstract))", RegexOptions.Multiline)]
    private static partial Regex Attribute();
}
