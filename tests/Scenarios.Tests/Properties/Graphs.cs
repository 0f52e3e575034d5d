using FsCheck;
using FsCheck.Fluent;

namespace Training.Scenarios.Tests;

/// <summary>Random graphs, right in everything but where their choices lead.</summary>
internal static class Graphs
{
    private static readonly Gen<Outcome> Outcomes = Gen.Elements(Outcome.Best, Outcome.Acceptable, Outcome.Risky, Outcome.Violation);

    /// <summary>Choices lead anywhere, now and then to what does not exist.</summary>
    public static readonly Gen<ScenarioGraph> Any =
        from scenes in Gen.Choose(1, 7)
        from endings in Gen.Choose(1, 3)
        from ways in Gen.ArrayOf(Gen.ArrayOf(Way(Gen.Choose(0, scenes + endings)), 3), scenes)
        select Graph(endings, ways);

    /// <summary>Choices lead onwards: every walk ends.</summary>
    public static readonly Gen<ScenarioGraph> Playable =
        from scenes in Gen.Choose(1, 6)
        from endings in Gen.Choose(1, 3)
        from ways in Gen.ArrayOf(Gen.ArrayOf(Way(Gen.Choose(0, 1_000)), 3), scenes)
        select Graph(endings, [.. ways.Select((choices, at) => choices.Select(way => (way.Outcome, Onwards(at, way.To, scenes + endings))).ToArray())]);

    private static Gen<(Outcome Outcome, int To)> Way(Gen<int> to) =>
        from outcome in Outcomes
        from target in to
        select (outcome, target);

    private static int Onwards(int at, int random, int places) => at + 1 + (random % (places - at - 1));

    private static ScenarioGraph Graph(int endings, (Outcome Outcome, int To)[][] ways) => new()
    {
        Code = "random",
        Title = "A random scenario",
        Family = "X",
        Variant = "anybody",
        Minutes = 1,
        Pass = new PassRule(0, 1),
        Start = "s0",
        Scenes = new(ways.Select((choices, at) => KeyValuePair.Create($"s{at}", Scene(at, choices, ways.Length)))),
        Endings = new(Enumerable.Range(ways.Length, endings).Select(at => KeyValuePair.Create($"e{at}", new Ending { Key = $"e{at}", Line = at, Title = "The end", Debrief = $"This was ending {at}." }))),
    };

    private static Scene Scene(int at, (Outcome Outcome, int To)[] choices, int scenes) => new()
    {
        Key = $"s{at}",
        Line = at,
        Decision = $"X{at}",
        Title = $"Scene {at}",
        Competency = "walking",
        Teaches = ["P01"],
        Situation = $"You are at place {at}.",
        Choices = new(choices.Select((choice, number) => KeyValuePair.Create($"c{number}", new Choice
        {
            Key = $"c{number}",
            Line = at,
            Text = $"Go from {at} by way {number}.",
            Outcome = choice.Outcome,
            Violation = choice.Outcome == Outcome.Violation ? "P01" : "",
            Consequence = $"You have gone from {at} by way {number}.",
            Rule = "Everybody goes somewhere.",
            Citation = "policy",
            Next = choice.To < scenes ? $"s{choice.To}" : $"e{choice.To}",
        }))),
    };
}
