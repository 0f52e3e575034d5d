using System.Text.RegularExpressions;
using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.Sources;

/// <summary>Names that say nothing: what is called so has no reason to exist of its own.</summary>
internal static partial class NameRule
{
    private static readonly string[] SayNothing = ["Common", "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager"];

    public static Verdict Check(IEnumerable<SourceFile> sources)
    {
        var named = sources.SelectMany(source => Names(source).Select(name => (source.Path, Name: name))).Distinct().ToList();
        return Verdict.Of(named, one => Words().Matches(one.Name).Select(word => word.Value).Intersect(SayNothing)
            .Select(word => $"{one.Path}: '{one.Name}' says nothing by '{word}'. Name what it does, or put it where it is used."));
    }

    private static IEnumerable<string> Names(SourceFile source) =>
        [.. source.Folders, System.IO.Path.GetFileNameWithoutExtension(source.Name), .. Declared().Matches(source.Code).Select(found => found.Groups["name"].Value)];

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+class|\s+struct)?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
