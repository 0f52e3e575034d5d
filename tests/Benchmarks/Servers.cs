using Training.Benchmarks.Gateway;
using Training.Benchmarks.GraphQL;
using Training.Benchmarks.Grpc;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Completions;
using Training.Curricula;
using Training.Scenarios;
using Training.Workforce;

namespace Training.Benchmarks;

/// <summary>What the program itself serves: "serve NAME" is how it starts its servers, so that they are separate processes.</summary>
internal static class Servers
{
    public const string Completions = "completions";
    public const string Curricula = "curricula";
    public const string Scenarios = "scenarios";
    public const string Workforce = "workforce";

    public static Task RunAsync(string name) => name switch
    {
        EmptyApp.Name => EmptyApp.RunAsync(),
        GatewayServer.Name => GatewayServer.RunAsync(),
        Completions => ServiceServer.RunAsync(name, builder => builder.AddCompletions(), app => app.MapCompletions()),
        Curricula => ServiceServer.RunAsync(name, builder => builder.AddCurricula(), app => app.MapCurricula()),
        Scenarios => ServiceServer.RunAsync(name, builder => builder.AddScenarios(), app => app.MapScenarios()),
        Workforce => ServiceServer.RunAsync(name, builder => builder.AddWorkforce(), app => app.MapWorkforce()),
        _ when EmployeeServers.Names.Contains(name) => EmployeeServers.RunAsync(name),
        _ when MessagingServers.Names.Contains(name) => MessagingServers.RunAsync(name),
        _ => EchoServers.RunAsync(name),
    };
}
