namespace Training.Scenarios;

/// <summary>Where the choices lead: everything can be reached, everything ends, and who does right passes.</summary>
internal static class FlowRules
{
    public static IEnumerable<Finding> Check(ScenarioGraph graph)
    {
        if (!graph.Scenes.ContainsKey(graph.Start))
        {
            yield return new Finding(graph.LineOf("start"), "UNKNOWN_START", $"start '{graph.Start}' is not a scene: write the key of the first one.");
            yield break;
        }
        var ways = graph.Scenes.Keys.ToDictionary(key => key, key => From(graph, key, _ => true));
        foreach (var finding in Leads(graph).Concat(Reach(graph, ways)).Concat(Cycles(graph, ways)))
            yield return finding;
        if (!From(graph, graph.Start, choice => choice.Outcome == Outcome.Best).Any(graph.Endings.ContainsKey))
            yield return new Finding(0, "CANNOT_PASS", "Who makes the best choice everywhere reaches no ending, so nobody can pass: lead the best choices on to an ending.");
    }

    private static IEnumerable<Finding> Leads(ScenarioGraph graph)
    {
        foreach (var scene in graph.Scenes.Values)
        {
            foreach (var choice in scene.Choices.Values)
            {
                if (choice.Next == "")
                    yield return new Finding(choice.Line, "DEAD_END", $"Choice '{choice.Key}' of scene '{scene.Key}' leads nowhere: write next: and a scene or an ending.");
                else if (!graph.Scenes.ContainsKey(choice.Next) && !graph.Endings.ContainsKey(choice.Next))
                    yield return new Finding(choice.Line, "UNKNOWN_NEXT", $"Choice '{choice.Key}' of scene '{scene.Key}' leads to '{choice.Next}', which is neither a scene nor an ending: correct it, or write that scene.");
            }
        }
    }

    private static IEnumerable<Finding> Reach(ScenarioGraph graph, Dictionary<string, HashSet<string>> ways)
    {
        foreach (var scene in graph.Scenes.Values)
        {
            if (!ways[scene.Key].Any(graph.Endings.ContainsKey))
                yield return new Finding(scene.Line, "DEAD_END", $"From scene '{scene.Key}' no ending can be reached: lead one of its choices on to one.");
            if (scene.Key != graph.Start && !ways[graph.Start].Contains(scene.Key))
                yield return new Finding(scene.Line, "UNREACHABLE", $"Nobody gets to scene '{scene.Key}': lead a choice there (next: {scene.Key}), or remove it.");
        }
        foreach (var ending in graph.Endings.Values.Where(ending => !ways[graph.Start].Contains(ending.Key)))
            yield return new Finding(ending.Line, "UNREACHABLE", $"Nobody gets to ending '{ending.Key}': lead a choice there (next: {ending.Key}), or remove it.");
    }

    private static IEnumerable<Finding> Cycles(ScenarioGraph graph, Dictionary<string, HashSet<string>> ways)
    {
        var told = new HashSet<string>();
        foreach (var scene in graph.Scenes.Values.Where(scene => ways[scene.Key].Contains(scene.Key)))
        {
            if (told.Contains(scene.Key))
                continue;
            var round = graph.Scenes.Keys.Where(other => ways[scene.Key].Contains(other) && ways[other].Contains(scene.Key)).ToList();
            told.UnionWith(round);
            yield return new Finding(scene.Line, "CYCLE", $"One can go round for ever among the scenes {string.Join(", ", round.Select(key => $"'{key}'"))}: lead every choice onwards.");
        }
    }

    /// <summary>Everything that can be reached from a scene by such choices; the scene itself only if it comes round again.</summary>
    private static HashSet<string> From(ScenarioGraph graph, string scene, Func<Choice, bool> chosen)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([scene]);
        while (open.TryPop(out var key))
        {
            foreach (var choice in graph.Scenes[key].Choices.Values.Where(chosen))
            {
                if (reached.Add(choice.Next) && graph.Scenes.ContainsKey(choice.Next))
                    open.Push(choice.Next);
            }
        }
        return reached;
    }
}
