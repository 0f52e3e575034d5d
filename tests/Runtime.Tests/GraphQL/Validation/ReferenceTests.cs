using System.Text;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>The reference implementation is asked about the same documents: which rules are broken, and where.</summary>
public sealed class ReferenceTests
{
    private static readonly Rule[] NotTheirs = [Rule.KnownOperationTypes, Rule.NoIntrospection, Rule.Limits];

    [SkippableFact]
    public async Task Validate_finds_the_same_at_the_same_places_when_documents_use_every_construct()
    {
        NodePeer.SkipIfMissing();
        var count = LongRun.Count(3_000, 30_000);

        var found = await CompareAsync(Schemas.EveryConstruct, count, texts => texts);

        var rare = Enum.GetValues<Rule>().Except(NotTheirs).Where(rule => found.GetValueOrDefault(rule.ToString()) < count / 1000);
        Assert.Empty(rare);
    }

    [SkippableFact]
    public async Task Validate_finds_the_same_at_the_same_places_when_documents_are_over_the_gateway()
    {
        NodePeer.SkipIfMissing();
        await CompareAsync(Schemas.Gateway, LongRun.Count(1_000, 30_000), texts => texts);
    }

    [SkippableFact]
    public async Task Parse_finds_the_same_mistake_at_the_same_place_when_documents_are_damaged()
    {
        NodePeer.SkipIfMissing();
        var count = LongRun.Count(1_500, 30_000);
        var damage = new Damage(new Random(5));

        var found = await CompareAsync(Schemas.EveryConstruct, count, text => WellFormed(damage.To(text)));

        Assert.True(found.GetValueOrDefault("Syntax") > count / 3, "Damage should make most documents unreadable.");
    }

    private static async Task<Dictionary<string, int>> CompareAsync(string schemaFile, int count, Func<string, string> change)
    {
        var schema = SdlSchema.Read(await File.ReadAllTextAsync(schemaFile));
        var documents = new RandomDocuments(schema, seed: 20250900);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (valid, failed) = (0, 0);
        var differences = new List<string>();
        for (var left = count; left > 0; left -= Math.Min(left, 10_000))
        {
            var texts = Enumerable.Range(0, Math.Min(left, 10_000)).Select(_ => change(documents.Next())).ToList();
            var theirs = await Reference.FindingsAsync(schemaFile, texts);
            Assert.Equal(texts.Count, theirs.Count);
            for (var i = 0; i < texts.Count; i++)
            {
                if (theirs[i] is not { } expected)
                {
                    failed++;
                    continue;
                }

                var found = Findings.Of(schema, texts[i]);
                if (!found.AreSame(expected))
                    differences.Add(Difference(texts[i], found.Comparable, expected));
                valid += expected.Count == 0 ? 1 : 0;
                foreach (var rule in expected.Select(one => one.Split(' ')[0]).Distinct())
                    counts[rule] = counts.GetValueOrDefault(rule) + 1;
            }
        }

        Assert.True(
            differences.Count == 0, $"{differences.Count} documents are judged otherwise. The shortest:\n{string.Join("\n\n", differences.OrderBy(one => one.Length).Take(6))}");
        LongRun.Print(
            $"GraphQL validation: {count:#,0} documents over {Path.GetFileName(schemaFile)} judged alike with graphql-js, {valid:#,0} of them valid, {failed:#,0} not judged by it; "
            + $"{counts.Count} rules, the rarest broken in {counts.Values.Min():#,0}");
        Assert.InRange(valid, count / 100, count / 10 * 9);
        Assert.InRange(failed, 0, count / 1000);
        return counts;
    }

    // Half of a surrogate pair cannot be sent to the peer.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Difference(string text, IReadOnlyList<string> found, IReadOnlyList<string> expected) =>
        $"{text}\nonly theirs:\n{string.Join('\n', expected.Except(found))}\nonly ours:\n{string.Join('\n', found.Except(expected))}\n";
}
