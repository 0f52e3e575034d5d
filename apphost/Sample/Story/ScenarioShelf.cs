using Training.AppHost.Sample.Content;
using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>The scenarios in force, and how each is played.</summary>
internal sealed class ScenarioShelf(Stage stage, Persona officer, List<Scenario> scenarios)
{
    private readonly Dictionary<(string Id, int Version), Task<ScenarioScript>> _scripts = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<Scenario> Scenarios => scenarios;

    /// <summary>Changes whenever any scenario does.</summary>
    public string Signature => string.Join(' ', scenarios.Select(scenario => $"{scenario.Code}:{scenario.Version}"));

    public static async Task<ScenarioShelf> ReadAsync(Stage stage, Persona officer)
    {
        var metadata = stage.As(officer);
        return new ScenarioShelf(stage, officer, await Pages.AllAsync(
            token => stage.Services.Scenarios.ListScenariosAsync(new ListScenariosRequest { PageSize = Pages.Largest, PageToken = token }, metadata),
            page => page.Scenarios,
            page => page.NextPageToken));
    }

    public bool Has(byte[] contentHash) => scenarios.Any(scenario => scenario.ContentHash.Span.SequenceEqual(contentHash));

    public Scenario? ByCode(string code) => scenarios.FirstOrDefault(scenario => scenario.Code == code);

    /// <summary>The script of a version that is being run, even if it has been replaced meanwhile.</summary>
    public Task<ScenarioScript> ScriptAsync(string id, int version)
    {
        lock (_gate)
        {
            if (!_scripts.TryGetValue((id, version), out var script))
                _scripts[(id, version)] = script = ReadScriptAsync(id, version);
            return script;
        }
    }

    private async Task<ScenarioScript> ReadScriptAsync(string id, int version)
    {
        var archived = await stage.Services.Scenarios.GetScenarioAsync(new GetScenarioRequest { Id = id, Version = version }, stage.As(officer));
        return ScenarioScript.Read(archived.Document, archived.Scenario.Code);
    }
}
