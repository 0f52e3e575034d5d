using Training.Benchmarks.Grpc;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Completions;
using Training.Scenarios;

namespace Training.Benchmarks;

/// <summary>What the program itself serves: "serve NAME" is how it starts its servers, so that they are separate processes.</summary>
internal static class Servers
{
    public const string Completions = "completions";
    public const string Scenarios = "scenarios";

    public static Task RunAsync(string name) => name switch
    {
        EmptyApp.Name => EmptyApp.RunAsync(),
        Completions => ServiceServer.RunAsync(name, builder => builder.AddCompletions(), app => app.MapCompletions()),
        Scenarios => ServiceServer.RunAsync(name, builder => builder.AddScenarios(), app => app.MapScenarios()),
        _ when MessagingServers.Names.Contains(name) => MessagingServers.RunAsync(name),
        _ => EchoServers.RunAsync(name),
    };
}
