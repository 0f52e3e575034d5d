using System.Text;
using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>
/// Documents over a schema, valid or with mistakes of every kind, the same ones for the same seed: some without mistakes, some with a few, some with many.
/// </summary>
internal sealed class RandomDocuments(Schema schema, int seed)
{
    private static readonly double[] MistakeRates = [0, 0, 0.01, 0.03, 0.2];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var chance = new Chance(_random, MistakeRates[_random.Next(MistakeRates.Length)]);
        var fragments = new FragmentPool(schema, chance);
        var parts = new List<string>();
        for (var i = 0; i < fragments.Count; i++)
            parts.Add(fragments.Write(i));
        var operations = chance.Rarely ? 2 + chance.Below(2) : 1;
        for (var i = 0; i < operations; i++)
            parts.Add(new RandomOperation(schema, chance, fragments).Write(i, isAlone: operations == 1));
        if (chance.Mistake)
            parts.Add(chance.Of(Strange.Definitions));
        if (chance.Mistake)
            parts.Add(chance.Of(Strange.Definitions));
        return Joined(parts, chance);
    }

    private static string Joined(List<string> parts, Chance chance)
    {
        var text = new StringBuilder();
        foreach (var part in parts.OrderBy(_ => chance.Below(1000)))
            text.Append(chance.Rarely ? "# a remark\r\n" : "").Append(part).Append(chance.Half ? "\n" : "\n\n");
        return text.ToString();
    }
}
