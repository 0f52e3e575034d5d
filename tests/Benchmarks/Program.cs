using Training.Benchmarks.Grpc;
using Training.Benchmarks.Harness;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Tests.Support;

// "serve WHAT" is how the program starts its own servers, so that they are separate processes.
if (args is ["serve", var server])
{
    await (server == EmptyApp.Name ? EmptyApp.RunAsync() : MessagingServers.Names.Contains(server) ? MessagingServers.RunAsync(server) : EchoServers.RunAsync(server));
    return 0;
}

IBenchmark[] benchmarks =
[
    new UnaryEcho(),
    new ServerStream(),
    new CommandRate(TestDatabases.Sqlite),
    new CommandRate(TestDatabases.Postgres),
    new OutboxToInbox(TestDatabases.Sqlite),
    new OutboxToInbox(TestDatabases.Postgres),
    new IdleQueries(),
    new MemoryOverEvents(TestDatabases.Sqlite),
    new MemoryOverEvents(TestDatabases.Postgres),
    new Readiness(),
    new MemoryAfterStory(),
];
return await Runner.RunAsync(benchmarks, only: args.FirstOrDefault() ?? "");
