using FsCheck;
using FsCheck.Fluent;
using Training.Hosting;

namespace Training.Scenarios.Tests;

/// <summary>Random walks through random scenarios: what was kept says the same again.</summary>
public sealed class WalkProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(ScenarioGraph Graph, int[] Picks)> Walks =
        from graph in Graphs.Playable
        from picks in Gen.ArrayOf(Gen.Choose(0, 2), graph.Scenes.Count)
        select (graph, picks);

    [Fact]
    public void A_replay_ends_with_the_same_hash_tally_and_verdict() => Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var edition = EditionOf(walk.Graph);
        var run = Walk(edition, walk.Picks);
        var replay = Replay.Of(edition, run);
        return run.Finished is not null
            && replay.Hash.SequenceEqual(run.EvidenceHash)
            && (replay.Tally, replay.Passed) == (run.Tally, run.Passed)
            && replay.Ending.Key == run.Place(edition.Graph)
            && replay.Steps.Count == run.Choices.Count;
    }).Check(Many);

    [Fact]
    public void A_tally_counts_every_choice_once() => Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var run = Walk(EditionOf(walk.Graph), walk.Picks);
        var outcomes = run.Choices.Select(made => walk.Graph.Scenes[made.Scene].Choices[made.Choice].Outcome).ToList();
        int Count(Outcome outcome) => outcomes.Count(one => one == outcome);
        return run.Tally == new Tally(Count(Outcome.Best), Count(Outcome.Acceptable), Count(Outcome.Risky), Count(Outcome.Violation))
            && run.Passed == (Count(Outcome.Violation) == 0 && Count(Outcome.Risky) <= 1);
    }).Check(Many);

    [Fact]
    public void The_hash_differs_when_anything_that_it_covers_differs() => Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var edition = EditionOf(walk.Graph);
        var run = Walk(edition, walk.Picks);
        byte[][] others =
        [
            Evidence.Hash(edition with { ContentHash = new byte[32] }, run.Member, run.Choices),
            Evidence.Hash(edition with { Version = 2 }, run.Member, run.Choices),
            Evidence.Hash(edition with { Scenario = new ScenarioId(Guid.Empty) }, run.Member, run.Choices),
            Evidence.Hash(edition, Somebody.Named("somebody else"), run.Choices),
            Evidence.Hash(edition, run.Member, [.. run.Choices.SkipLast(1)]),
            .. run.Choices.Select((_, at) => Evidence.Hash(edition, run.Member, Changed(run, at, made => Copy(made, scene: made.Scene + "x")))),
            .. run.Choices.Select((_, at) => Evidence.Hash(edition, run.Member, Changed(run, at, made => Copy(made, choice: made.Choice + "x")))),
            .. run.Choices.Select((_, at) => Evidence.Hash(edition, run.Member, Changed(run, at, made => Copy(made, later: 1)))),
        ];
        return others.All(other => !other.SequenceEqual(run.EvidenceHash)) && Evidence.Hash(edition, run.Member, run.Choices).SequenceEqual(run.EvidenceHash);
    }).Check(Many);

    [Fact]
    public void Only_the_open_scene_at_its_step_is_taken() => Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var edition = EditionOf(walk.Graph);
        var run = Begin(edition);
        var open = run.Place(edition.Graph);
        foreach (var (scene, step) in edition.Graph.Scenes.Keys.SelectMany(key => Enumerable.Range(0, 4).Select(step => (key, step))).Where(at => at != (open, 1)))
        {
            try
            {
                run.Choose(edition, scene, step, "c0", Noon);
                return false;
            }
            catch (DomainError)
            {
            }
        }
        return run.Choices.Count == 0 && run.Choose(edition, open, 1, "c0", Noon).Scene == open;
    }).Check(Config.QuickThrowOnFailure);

    private static Edition EditionOf(ScenarioGraph graph) => new(new ScenarioId(Somebody.Named("scenario").Value), 1, [.. Enumerable.Range(0, 32).Select(i => (byte)i)], graph);

    private static Run Begin(Edition edition) => Run.Start(Somebody.Hospital, new RunId(Somebody.Named("run").Value), ScenarioHouse.Ann, edition, Noon);

    private static Run Walk(Edition edition, int[] picks)
    {
        var run = Begin(edition);
        foreach (var pick in picks.TakeWhile(_ => run.Finished is null))
            run.Choose(edition, run.Place(edition.Graph), run.Step, $"c{pick}", Noon.AddSeconds(run.Step));
        return run;
    }

    private static List<MadeChoice> Changed(Run run, int at, Func<MadeChoice, MadeChoice> change) =>
        [.. run.Choices.Select((made, number) => number == at ? change(made) : made)];

    private static MadeChoice Copy(MadeChoice made, string? scene = null, string? choice = null, int later = 0) => new()
    {
        Organisation = made.Organisation, Run = made.Run, Step = made.Step, Scene = scene ?? made.Scene, Choice = choice ?? made.Choice, At = made.At.AddMicroseconds(later),
    };
}
