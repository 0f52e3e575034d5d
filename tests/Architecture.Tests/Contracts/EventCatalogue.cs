using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.Contracts;

/// <summary>The table in contracts/README.md: which event, on which topic, who publishes it and who reacts.</summary>
internal static partial class EventCatalogue
{
    public const string Header = "| event | topic | published by | reacted to by |";

    /// <summary>The rows as the code has them. A service publishes what its code makes, and reacts to what its module maps.</summary>
    public static IReadOnlyList<string> Rows(IEnumerable<FileDescriptor> files, IReadOnlyCollection<SourceFile> sources) =>
    [
        .. from file in files
           where EventFileRule.HoldsEvents(file)
           from message in file.MessageTypes
           orderby message.FullName
           let made = new Regex($@"\bnew\s+{message.Name}\b")
           let mapped = new Regex($@"\bMapEvent<\s*{message.Name}\s*,")
           select $"| {message.Name} | {EventFileRule.TopicOf(file)} | {Services(sources, made)} | {Services(sources, mapped)} |",
    ];

    /// <summary>The rows that the README shows below the header.</summary>
    public static IReadOnlyList<string> Shown(string readme)
    {
        var lines = readme.Split('\n').Select(line => Spaces().Replace(line.Trim(), " ")).SkipWhile(line => line != Header).ToList();
        return lines.Count == 0
            ? throw new InvalidOperationException($"contracts/README.md has no event catalogue: put back the line '{Header}'.")
            : [.. lines.Skip(2).TakeWhile(line => line.StartsWith('|'))];
    }

    public static Verdict Check(IReadOnlyList<string> shown, IReadOnlyList<string> rows) => new(
        shown.Count + rows.Count,
        [
            .. rows.Except(shown).Select(row => $"contracts/README.md lacks the row: {row}"),
            .. shown.Except(rows).Select(row => $"contracts/README.md has a row that the code does not: {row}"),
        ]);

    private static string Services(IReadOnlyCollection<SourceFile> sources, Regex code)
    {
        var names = sources
            .Where(source => source.Path.StartsWith("services/", StringComparison.Ordinal) && !source.Path.StartsWith("services/Platform/", StringComparison.Ordinal))
            .Where(source => code.IsMatch(source.Code)).Select(source => source.Folders[1]).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "–" : string.Join(", ", names);
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
