namespace Training.Scenarios;

/// <summary>What a scenario must be so that people can be trained with it. Nothing found: it may be published.</summary>
internal static class ScenarioLint
{
    public const int MostScenes = 100;
    public const int MostChoices = 10;

    public static IReadOnlyList<Finding> Check(ScenarioGraph graph)
    {
        // The other rules compare everything with everything.
        if (graph.Scenes.Count > MostScenes || graph.Endings.Count > MostScenes || graph.Scenes.Values.Any(scene => scene.Choices.Count > MostChoices))
            return [new Finding(0, "TOO_LARGE", $"A scenario has at most {MostScenes} scenes, {MostScenes} endings and {MostChoices} choices a scene. Divide this one.")];
        return
        [
            .. HeadRules.Check(graph), .. SceneRules.Check(graph), .. ChoiceRules.Check(graph),
            .. FlowRules.Check(graph), .. PlaceholderRules.Check(graph), .. RepetitionRules.Check(graph),
        ];
    }
}
