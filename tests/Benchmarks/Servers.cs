using Training.Benchmarks.Grpc;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Completions;

namespace Training.Benchmarks;

/// <summary>What the program itself serves: "serve NAME" is how it starts its servers, so that they are separate processes.</summary>
internal static class Servers
{
    public const string Completions = "completions";

    public static Task RunAsync(string name) => name switch
    {
        EmptyApp.Name => EmptyApp.RunAsync(),
        Completions => ServiceServer.RunAsync(name, builder => builder.AddCompletions(), app => app.MapCompletions()),
        _ when MessagingServers.Names.Contains(name) => MessagingServers.RunAsync(name),
        _ => EchoServers.RunAsync(name),
    };
}
