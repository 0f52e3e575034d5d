namespace Training.Scenarios;

/// <summary>A text that people read.</summary>
/// <param name="Line">Where its part of the document begins.</param>
/// <param name="Kind">Its key in the document.</param>
/// <param name="Where">Whose it is, for a message.</param>
/// <param name="Text">The text.</param>
internal sealed record ScenarioText(int Line, string Kind, string Where, string Text)
{
    public static IEnumerable<ScenarioText> Of(ScenarioGraph graph) =>
    [
        new ScenarioText(graph.LineOf("title"), "title", "The scenario", graph.Title),
        .. graph.Scenes.Values.SelectMany(Of),
        .. graph.Endings.Values.SelectMany(ending => (ScenarioText[])
        [
            new ScenarioText(ending.Line, "title", $"Ending '{ending.Key}'", ending.Title),
            new ScenarioText(ending.Line, "debrief", $"Ending '{ending.Key}'", ending.Debrief),
        ]),
    ];

    private static IEnumerable<ScenarioText> Of(Scene scene) =>
    [
        new ScenarioText(scene.Line, "title", $"Scene '{scene.Key}'", scene.Title),
        new ScenarioText(scene.Line, "competency", $"Scene '{scene.Key}'", scene.Competency),
        new ScenarioText(scene.Line, "situation", $"Scene '{scene.Key}'", scene.Situation),
        .. scene.Choices.Values.SelectMany(choice => Of(choice, $"Choice '{choice.Key}' of scene '{scene.Key}'")),
    ];

    private static IEnumerable<ScenarioText> Of(Choice choice, string where) =>
    [
        new ScenarioText(choice.Line, "text", where, choice.Text),
        new ScenarioText(choice.Line, "consequence", where, choice.Consequence),
        new ScenarioText(choice.Line, "rule", where, choice.Rule),
    ];
}
