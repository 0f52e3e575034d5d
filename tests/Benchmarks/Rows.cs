using Training.Benchmarks.Completions;
using Training.Benchmarks.Gateway;
using Training.Benchmarks.GraphQL;
using Training.Benchmarks.Grpc;
using Training.Benchmarks.Harness;
using Training.Benchmarks.House;
using Training.Benchmarks.Messaging;
using Training.Benchmarks.Scenarios;
using Training.Benchmarks.Workforce;
using Training.Tests.Support;

namespace Training.Benchmarks;

/// <summary>The rows of <c>make bench</c>, in their order.</summary>
internal static class Rows
{
    public static IReadOnlyList<IBenchmark> All =>
    [
        new UnaryEcho(),
        new ServerStream(),
        new ParseAndValidate(),
        new EmployeeQuery("small", 1),
        new EmployeeQuery("large", EmployeeData.Employees),
        new TrainingQuery("small", 1),
        new TrainingQuery("large", 50),
        new TrainingQuery("small", 1, ofOwnProcessor: true),
        new TrainingQuery("large", 50, ofOwnProcessor: true),
        new CommandRate(TestDatabases.Sqlite),
        new CommandRate(TestDatabases.Postgres),
        new ChoiceRate(TestDatabases.Sqlite),
        new ChoiceRate(TestDatabases.Postgres),
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
        new RosterRate(TestDatabases.Sqlite, again: false),
        new RosterRate(TestDatabases.Sqlite, again: true),
        new RosterRate(TestDatabases.Postgres, again: false),
        new RosterRate(TestDatabases.Postgres, again: true),
        new Readiness(),
        new MemoryAfterStory(),
    ];
}
