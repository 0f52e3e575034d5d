using FsCheck;
using FsCheck.Fluent;

namespace Training.Sanctions.Tests;

/// <summary>One person's past among some scenarios, and a violation of code P01, whose catalogue entry names decision F1.</summary>
internal sealed record History(
    IReadOnlyList<ScenarioVersion> Versions, IReadOnlyList<TaughtDecision> Decisions, IReadOnlyList<FinishedRun> Runs, IReadOnlyList<MadeChoice> Choices, DateTimeOffset Happened)
{
    public const string Code = "P01";
    public const string CatalogueDecision = "F1";

    /// <summary>As the service finds it: only what teaches the code, and the scenarios in which that is.</summary>
    public TrainingHistory Found()
    {
        var taught = Decisions.Where(decision => decision.ViolationCode == Code || decision.Decision == CatalogueDecision).ToList();
        var scenarios = taught.Select(decision => decision.Scenario).ToHashSet();
        return new TrainingHistory(
            [.. Versions.Where(version => scenarios.Contains(version.Scenario))], taught, [.. Runs.Where(run => scenarios.Contains(run.Scenario))],
            [.. Choices.Where(choice => scenarios.Contains(choice.Scenario))]);
    }

    // Few scenarios, versions and hours, so that everything often coincides.
    public static Gen<History> Any { get; } =
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(new Random(seed));

    private static History Make(Random random)
    {
        List<ScenarioVersion> versions = [];
        List<TaughtDecision> decisions = [];
        List<FinishedRun> runs = [];
        List<MadeChoice> choices = [];
        for (var scenario = 0; scenario < random.Next(4); scenario++)
        {
            var id = new ScenarioId(new Guid(scenario + 1, 0, 0, new byte[8]));
            var published = random.Next(6);
            for (var version = 1; version <= random.Next(1, 4); version++)
            {
                versions.Add(new ScenarioVersion { Scenario = id, Version = version, Code = $"scenario-{scenario}", Title = $"Title {scenario}.{version}", Published = At(published) });
                published += random.Next(5);
                foreach (var decision in new[] { "F1", "F2", "E3" }.Where(_ => random.Next(3) > 0))
                {
                    foreach (var code in random.Next(4) switch { 0 => new[] { "" }, 1 => ["P02"], 2 => ["P01"], _ => ["P01", "P02"] })
                        decisions.Add(new TaughtDecision { Scenario = id, Version = version, Scene = $"scene {decision}", ViolationCode = code, Decision = decision });
                }
            }

            for (var run = 0; run < random.Next(5); run++)
                Take(random, id, random.Next(1, 4), runs, choices);
        }

        return new History(versions, decisions, runs, choices, At(random.Next(20)));
    }

    private static void Take(Random random, ScenarioId scenario, int version, List<FinishedRun> runs, List<MadeChoice> choices)
    {
        var id = new RunId(new Guid(runs.Count + 1, 1, 0, new byte[8]));
        var finished = random.Next(20);
        runs.Add(new FinishedRun { Id = id, Scenario = scenario, Version = version, Finished = At(finished), Passed = random.Next(2) == 0 });
        var step = 0;
        foreach (var decision in new[] { "F1", "F2", "E3" })
        {
            choices.Add(new MadeChoice
            {
                Run = id, Step = ++step, Scenario = scenario, Version = version, Decision = decision, Choice = "x", Outcome = (Outcome)random.Next(1, 5), At = At(finished - 3 + step),
            });
        }
    }

    private static DateTimeOffset At(int hour) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour);
}
