namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>What may happen next in a random document.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="mistakes">How likely a mistake is wherever one can be made.</param>
internal sealed class Chance(Random random, double mistakes)
{
    public bool Mistake => random.NextDouble() < mistakes;

    public bool Rarely => random.NextDouble() < 0.1;

    public bool Sometimes => random.NextDouble() < 0.3;

    public bool Half => random.NextDouble() < 0.5;

    public int Below(int count) => random.Next(count);

    public T Of<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
