using Training.Benchmarks.Completions;
using Training.Benchmarks.Grpc;
using Training.Benchmarks.Harness;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Tests.Support;

// "serve WHAT" is how the program starts its own servers, so that they are separate processes.
if (args is ["serve", var server])
{
    await (server == EmptyApp.Name ? EmptyApp.RunAsync() : server == CompletionsServer.Name ? CompletionsServer.RunAsync() : MessagingServers.Names.Contains(server) ? MessagingServers.RunAsync(server) : EchoServers.RunAsync(server));
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
    new CampaignLaunchTime(TestDatabases.Sqlite, people: 20_000),
    new CampaignLaunchTime(TestDatabases.Sqlite, people: 200_000),
    new CampaignLaunchTime(TestDatabases.Postgres, people: 20_000),
    new CampaignLaunchTime(TestDatabases.Postgres, people: 200_000),
    new CampaignLaunchMemory(TestDatabases.Sqlite),
    new CampaignLaunchMemory(TestDatabases.Postgres),
    new Readiness(),
    new MemoryAfterStory(),
];
return await Runner.RunAsync(benchmarks, only: args.FirstOrDefault() ?? "");
