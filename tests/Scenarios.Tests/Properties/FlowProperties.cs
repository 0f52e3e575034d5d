using FsCheck;
using FsCheck.Fluent;

namespace Training.Scenarios.Tests;

/// <summary>The lint's findings on where choices lead, against a slow and simple second opinion.</summary>
public sealed class FlowProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Lint_finds_a_cycle_exactly_when_some_walk_is_longer_than_there_are_scenes() =>
        Prop.ForAll(Graphs.Any.ToArbitrary(), graph => Found(graph, "CYCLE").Any() == Longer(graph)).Check(Many);

    [Fact]
    public void Lint_finds_unreachable_exactly_what_no_walk_gets_to() => Prop.ForAll(Graphs.Any.ToArbitrary(), graph =>
    {
        var reached = Walked(graph, [graph.Start]);
        var lost = graph.Scenes.Keys.Concat(graph.Endings.Keys).Where(key => !reached.Contains(key));
        return Found(graph, "UNREACHABLE").Select(Quoted).Order().SequenceEqual(lost.Order());
    }).Check(Many);

    [Fact]
    public void Lint_finds_a_dead_end_exactly_where_no_walk_gets_to_an_ending() => Prop.ForAll(Graphs.Any.ToArbitrary(), graph =>
    {
        var dead = graph.Scenes.Keys.Where(key => !Walked(graph, [key]).Overlaps(graph.Endings.Keys));
        return Found(graph, "DEAD_END").Select(Quoted).Order().SequenceEqual(dead.Order());
    }).Check(Many);

    [Fact]
    public void Lint_finds_unknown_exactly_the_choices_that_lead_to_nothing() => Prop.ForAll(Graphs.Any.ToArbitrary(), graph =>
    {
        var places = graph.Scenes.Keys.Concat(graph.Endings.Keys).ToHashSet();
        return Found(graph, "UNKNOWN_NEXT").Count() == graph.Scenes.Values.Sum(scene => scene.Choices.Values.Count(choice => !places.Contains(choice.Next)));
    }).Check(Many);

    [Fact]
    public void Lint_finds_neither_cycle_nor_dead_end_in_what_leads_onwards() =>
        Prop.ForAll(Graphs.Playable.ToArbitrary(), graph => !Found(graph, "CYCLE").Concat(Found(graph, "DEAD_END")).Any()).Check(Many);

    private static IEnumerable<Finding> Found(ScenarioGraph graph, string rule) => ScenarioLint.Check(graph).Where(finding => finding.Rule == rule);

    private static string Quoted(Finding finding) => finding.Message.Split('\'')[1];

    // Step by step: the places where one can be after so many choices, of which there are more than scenes only when one comes round.
    private static bool Longer(ScenarioGraph graph)
    {
        var places = graph.Scenes.Keys.ToHashSet();
        for (var step = 0; step < graph.Scenes.Count; step++)
            places = [.. Next(graph, places).Where(graph.Scenes.ContainsKey)];
        return places.Count > 0;
    }

    private static HashSet<string> Walked(ScenarioGraph graph, HashSet<string> places)
    {
        for (var step = 0; step <= graph.Scenes.Count; step++)
            places.UnionWith(Next(graph, places).ToList());
        return places;
    }

    private static IEnumerable<string> Next(ScenarioGraph graph, IEnumerable<string> places) =>
        places.Where(graph.Scenes.ContainsKey).SelectMany(key => graph.Scenes[key].Choices.Values.Select(choice => choice.Next));
}
