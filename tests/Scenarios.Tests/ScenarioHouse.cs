using Google.Protobuf;
using Training.Contracts;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Scenarios.Tests;

/// <summary>The service, and those who call it.</summary>
internal sealed class ScenarioHouse(ServiceUnderTest service) : IAsyncDisposable
{
    public static readonly MemberId Ann = Somebody.Named("Ann");
    public static readonly MemberId Ben = Somebody.Named("Ben");
    public static readonly MemberId Officer = Somebody.Named("Officer");

    public ServiceUnderTest Service => service;

    public ScenarioLibrary.ScenarioLibraryClient Library { get; } = new(service.Channel);

    public V1.Runs.RunsClient Runs { get; } = new(service.Channel);

    public Operations.V1.Operations.OperationsClient Operations { get; } = new(service.Channel);

    public static async Task<ScenarioHouse> StartAsync(string provider) => new(await ServiceUnderTest.StartAsync(ScenariosUnderTest.Module, provider));

    public async Task<V1.Scenario> PublishAsync(string document, OrganisationId? organisation = null) =>
        await Library.PublishScenarioAsync(new PublishScenarioRequest { Document = document }, service.Call(Role.PrivacyOfficer, Officer, organisation));

    /// <summary>The sample scenario, published; its id.</summary>
    public async Task<string> PublishSampleAsync() => (await PublishAsync(SampleDocument.Text)).Id;

    public async Task<V1.Run> StartRunAsync(string scenario, MemberId member) =>
        await Runs.StartRunAsync(new StartRunRequest { ScenarioId = scenario }, service.Call(Role.Employee, member));

    public async Task<ChooseResponse> ChooseAsync(string run, int step, string scene, string choice, MemberId member, string? key = null) =>
        await Runs.ChooseAsync(new ChooseRequest { RunId = run, Scene = scene, Step = step, Choice = choice }, service.Call(Role.Employee, member, key: key));

    /// <summary>Runs a scenario with these choices, wherever they lead; the last answer.</summary>
    public async Task<(V1.Run Run, ChooseResponse Last)> WalkAsync(string scenario, MemberId member, params string[] choices)
    {
        var run = await StartRunAsync(scenario, member);
        var scene = run.Scene;
        ChooseResponse last = new();
        foreach (var choice in choices)
        {
            last = await ChooseAsync(run.Id, scene.Step, scene.Key, choice, member);
            scene = last.Next;
        }
        return (run, last);
    }

    public async Task<V1.Run> GetRunAsync(string run, MemberId member) =>
        await Runs.GetRunAsync(new GetRunRequest { Id = run }, service.Call(Role.Employee, member));

    public async Task<V1.Replay> ReplayAsync(string run, Role role = Role.Auditor, MemberId? member = null) =>
        await Runs.GetReplayAsync(new GetReplayRequest { RunId = run }, service.Call(role, member ?? Officer));

    public ValueTask DisposeAsync() => service.DisposeAsync();
}

internal static class Hashes
{
    public static string Hex(this ByteString hash) => Convert.ToHexString(hash.Span);
}
