using System.Text.RegularExpressions;
using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.Sources;

/// <summary>Names that say nothing: what is called so has no reason to exist of its own.</summary>
internal static partial class NameRule
{
    private static readonly string[] SayNothing = ["Common", "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers"];

    public static Verdict Check(IEnumerable<SourceFile> sources)
    {
        var named = sources.SelectMany(source => Names(source).Select(name => (source.Path, Name: name))).Distinct().ToList();
        return Verdict.Of(named, one => SayingNothing([.. Words().Matches(one.Name).Select(word => word.Value)])
            .Select(word => $"{one.Path}: '{one.Name}' says nothing by '{word}'. Name what it does, or put it where it is used."));
    }

    // A class that ends so manages what its name should say; a manager elsewhere in a name is the human being whom others report to.
    private static IEnumerable<string> SayingNothing(IReadOnlyList<string> words) =>
        words.Intersect(SayNothing).Concat(words.Count > 0 && words[^1] == "Manager" ? ["Manager"] : []);

    private static IEnumerable<string> Names(SourceFile source) =>
        [.. source.Folders, System.IO.Path.GetFileNameWithoutExtension(source.Name), .. Declared().Matches(source.Code).Select(found => found.Groups["name"].Value)];

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+class|\s+struct)?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
