namespace Training.Sanctions.Tests;

/// <summary>The same questions answered the long way, each from the contract's words alone and from everything that ever happened.</summary>
internal static class Oracle
{
    public sealed record Said(string Decision, ScenarioId Scenario, TrainingVerdict Verdict, int Version, DateTimeOffset? Finished, string Choices);

    public static List<Said> Explain(History history)
    {
        List<Said> all = [];
        foreach (var scenario in history.Versions.Select(version => version.Scenario).Distinct())
        {
            foreach (var decision in new[] { "F1", "F2", "E3" })
            {
                bool Teaches(int version) => history.Decisions.Any(taught =>
                    taught.Scenario == scenario && taught.Version == version && taught.Decision == decision && (taught.ViolationCode == History.Code || decision == History.CatalogueDecision));
                if (Enumerable.Range(1, 9).Any(Teaches))
                    all.Add(Judge(history, scenario, decision, Teaches));
            }
        }

        return all;
    }

    public static TrainingVerdict Best(List<Said> said) => said.Count == 0 ? TrainingVerdict.NeverTrained : said.Min(one => one.Verdict);

    private static Said Judge(History history, ScenarioId scenario, string decision, Func<int, bool> teaches)
    {
        var made = new List<MadeChoice>();
        foreach (var choice in history.Choices)
        {
            if (choice.Scenario == scenario && choice.Decision == decision && choice.At < history.Happened)
                made.Add(choice);
        }

        var choices = string.Join(";", made.OrderBy(choice => choice.At).ThenBy(choice => choice.Run.Value).Select(choice => $"{choice.Run}/{choice.Step}"));
        FinishedRun? passed = null, failed = null, later = null;
        foreach (var run in history.Runs)
        {
            if (run.Scenario != scenario || !teaches(run.Version))
                continue;
            var before = run.Finished < history.Happened;
            if (before && run.Passed && (passed is null || run.Version > passed.Version || (run.Version == passed.Version && run.Finished > passed.Finished)))
                passed = run;
            if (before && !run.Passed && (failed is null || run.Finished > failed.Finished))
                failed = run;
            if (!before && run.Passed && (later is null || run.Finished < later.Finished))
                later = run;
        }

        if (passed is not null)
        {
            var newest = history.Versions.Where(version => version.Scenario == scenario && version.Published <= history.Happened).Select(version => version.Version).DefaultIfEmpty(0).Max();
            var verdict = newest > passed.Version ? TrainingVerdict.TrainedOnSupersededVersion : TrainingVerdict.TrainedBefore;
            return new Said(decision, scenario, verdict, passed.Version, passed.Finished, choices);
        }

        if (failed is not null)
            return new Said(decision, scenario, TrainingVerdict.NotPassed, failed.Version, failed.Finished, choices);
        return later is null
            ? new Said(decision, scenario, TrainingVerdict.NeverTrained, 0, null, choices)
            : new Said(decision, scenario, TrainingVerdict.TrainedAfter, later.Version, later.Finished, choices);
    }
}
