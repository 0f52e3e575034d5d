namespace Training.AppHost.Sample.Content;

/// <summary>What the sample's employees do at each scene: they know the document, as an author does; a learner sees only the options' text.</summary>
internal sealed class ScenarioScript(ScenarioScript.Document document)
{
    private const string Best = "best";
    private const string Risky = "risky";
    private const string Violation = "violation";

    private static readonly string[] FromTheBest = [Best, "acceptable", Risky, Violation];

    /// <summary>Which decisions of the catalogue it trains.</summary>
    public IReadOnlyList<string> Decisions => [.. document.Scenes.Values.Select(scene => scene.Decision).Where(decision => decision.Length > 0)];

    /// <summary>Every violation that a scene teaches to prevent, or that a choice would be.</summary>
    public IEnumerable<string> Violations => document.Scenes.Values
        .SelectMany(scene => scene.Teaches.Concat(scene.Choices.Values.Select(choice => choice.Violation))).Where(code => code.Length > 0).Distinct();

    public static ScenarioScript Read(string text, string name) => new(Yaml.Read<Document>(text, name));

    /// <summary>The best that can be chosen.</summary>
    public string Well(string scene) => document.Scenes[scene].Choices.MinBy(choice => Array.IndexOf(FromTheBest, choice.Value.Outcome)).Key;

    /// <summary>A violation where there is one to choose, else the best.</summary>
    public string Badly(string scene) => ChoiceOf(scene, Violation) ?? Well(scene);

    /// <summary>The risky choice at the named decision, the best everywhere else.</summary>
    public string Hastily(string scene, string decision) =>
        document.Scenes[scene].Decision == decision && ChoiceOf(scene, Risky) is { } risky ? risky : Well(scene);

    private string? ChoiceOf(string scene, string outcome) =>
        document.Scenes[scene].Choices.Where(choice => choice.Value.Outcome == outcome).Select(choice => choice.Key).FirstOrDefault();

    internal sealed class Document
    {
        public Dictionary<string, Scene> Scenes { get; set; } = [];
    }

    internal sealed class Scene
    {
        public string Decision { get; set; } = "";

        public List<string> Teaches { get; set; } = [];

        public Dictionary<string, Choice> Choices { get; set; } = [];
    }

    internal sealed class Choice
    {
        public string Outcome { get; set; } = "";

        public string Violation { get; set; } = "";
    }
}
