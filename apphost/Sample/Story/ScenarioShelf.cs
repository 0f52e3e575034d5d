using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>A scenario in force.</summary>
internal sealed record Scenario(
    string Id, string Code, int Version, string Title, string Family, string Variant, string ContentHash, IReadOnlyList<string> Decisions, int Minutes);

/// <summary>The scenarios in force, and how each is played.</summary>
internal sealed class ScenarioShelf(Stage stage, Persona officer, List<Scenario> scenarios)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(ScenarioShelf));

    private readonly Dictionary<(string Id, int Version), Task<ScenarioScript>> _scripts = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<Scenario> Scenarios => scenarios;

    /// <summary>Changes whenever any scenario does.</summary>
    public string Signature => string.Join(' ', scenarios.Select(scenario => $"{scenario.Code}:{scenario.Version}"));

    public static async Task<ScenarioShelf> ReadAsync(Stage stage, Persona officer, CancellationToken ct) =>
        new(stage, officer, await stage.Gateway.AllAsync<Scenario>(officer, Ask["Scenarios"], null, ct));

    public bool Has(byte[] contentHash) => scenarios.Any(scenario => scenario.ContentHash == Convert.ToHexStringLower(contentHash));

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

    // Shared by all who play it, so that none of them cancels it.
    private async Task<ScenarioScript> ReadScriptAsync(string scenario, int version)
    {
        var archived = await stage.Gateway.AskAsync<Archived>(officer, Ask["Script"], new { scenario, version }, CancellationToken.None);
        return ScenarioScript.Read(archived.Document, archived.Code);
    }

    private sealed record Archived(string Code, string Document);
}
