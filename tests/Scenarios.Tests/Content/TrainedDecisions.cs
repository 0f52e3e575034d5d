using System.Text.RegularExpressions;

namespace Training.Scenarios.Tests;

/// <summary>The decision points that the shipped families train, and how good each of their choices is: the table of content/scenarios/README.md.</summary>
internal static partial class TrainedDecisions
{
    public static readonly IReadOnlyDictionary<string, Outcome[]> All = Row().Matches(File.ReadAllText(RepositoryRoot.At("content", "scenarios", "README.md")))
        .ToDictionary(row => row.Groups["decision"].Value, row => row.Groups["outcomes"].Value.Split(", ").Select(word => Enum.Parse<Outcome>(word, ignoreCase: true)).ToArray());

    [GeneratedRegex(@"^\| (?<decision>[A-Z]\d) \| .+ \| (?<outcomes>[a-z, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
