using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Training.Completions;
using Training.Curricula;
using Training.Sanctions;
using Training.Scenarios;
using Training.Workforce;

namespace Training.AppHost;

/// <summary>A service of the house: its app id, which is its database's name as well, and its two doors.</summary>
internal sealed record Service(string App, Action<WebApplicationBuilder> Add, Action<WebApplication> Map)
{
    public static readonly Service Workforce = new("workforce", WorkforceModule.AddWorkforce, WorkforceModule.MapWorkforce);
    public static readonly Service Curricula = new("curricula", CurriculaModule.AddCurricula, CurriculaModule.MapCurricula);
    public static readonly Service Scenarios = new("scenarios", ScenariosModule.AddScenarios, ScenariosModule.MapScenarios);
    public static readonly Service Completions = new("completions", CompletionsModule.AddCompletions, CompletionsModule.MapCompletions);
    public static readonly Service Sanctions = new("sanctions", SanctionsModule.AddSanctions, SanctionsModule.MapSanctions);

    public static ImmutableArray<Service> All { get; } = [Workforce, Curricula, Scenarios, Completions, Sanctions];
}
