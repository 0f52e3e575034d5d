using System.Text.Json;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>What the reference implementation finds wrong with documents.</summary>
internal static class Reference
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <returns>For each document, its broken rules with their places; null where the reference implementation fails itself.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<string>?>> FindingsAsync(string schemaFile, IReadOnlyList<string> documents)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "documents.json");
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(documents));
        var run = await NodePeer.RunAsync("graphql/validate.mjs", [schemaFile, file], Patience);
        Assert.True(run.ExitCode == 0, run.ToString());
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Findings)];
    }

    private static IReadOnlyList<string>? Findings(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.TryGetProperty("syntax", out var places))
            return [$"Syntax {Places(places.EnumerateArray())}"];
        return json.RootElement.TryGetProperty("broken", out var broken)
            ? [.. broken.EnumerateArray().Select(one => $"{one[0].GetString()} {Places(one.EnumerateArray().Skip(1))}").Order(StringComparer.Ordinal)]
            : null;
    }

    private static string Places(IEnumerable<JsonElement> numbers) =>
        string.Join(' ', numbers.Chunk(2).Select(place => $"{place[0].GetInt32()}:{place[1].GetInt32()}"));
}
