using Training.Contracts;
using Training.Operations.V1;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class DatabaseOutageTests
{
    private const int Callers = 8;

    [SkippableFact]
    public async Task Every_accepted_command_counts_once_when_PostgreSQL_is_restarted_and_killed_under_load()
    {
        PostgresServer.SkipIfMissing();
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await using var house = await House.StartAsync(TestDatabases.Sqlite, configure: settings => settings["ConnectionStrings:suggestions"] = database);
        var service = house.Only;
        var callers = new Callers(service.Suggestions, house.People);

        await callers.CallAsync(Callers, async () =>
        {
            await callers.HaveAcceptedAsync(20);
            await server.RestartAsync();
            await callers.HaveAcceptedAsync(20);
            await server.KillAsync();
            await server.StartAsync();
            await callers.HaveAcceptedAsync(20);
        });

        await service.AllIsSentAsync();
        Assert.Equal(callers.Accepted, (await service.TallyAsync()).Made);
        Assert.Equal(callers.Accepted, (await service.RowsAsync<OutboxRow>()).Count);
        Assert.Equal(callers.Accepted, (await service.RowsAsync<CommandRow>()).Count);
        var audit = await service.Operations.VerifyAuditAsync(new VerifyAuditRequest(), service.Operator());
        Assert.True(audit.Intact, audit.Finding);
        LongRun.Print($"PostgreSQL restarted and killed under load: {callers.Accepted} commands accepted, {callers.Refusals} calls repeated");
    }

    [SkippableFact]
    public async Task Every_command_is_accepted_and_counts_once_when_another_process_holds_SQLites_write_lock_for_some_seconds()
    {
        await using var house = await House.StartAsync(TestDatabases.Sqlite, asProcess: "suggestions");
        var service = await house.StartProcessAsync("suggestions");
        await using var anotherProcess = await Outsider.ConnectAsync(TestDatabases.Sqlite, house.DatabaseOf("suggestions"));
        var callers = new Callers(service.Suggestions, house.People);

        await callers.CallAsync(Callers, async () =>
        {
            await callers.HaveAcceptedAsync(20);
            await anotherProcess.ExecuteAsync("BEGIN IMMEDIATE");
            await Task.Delay(TimeSpan.FromSeconds(4));
            await anotherProcess.ExecuteAsync("ROLLBACK");
            await callers.HaveAcceptedAsync(20);
        });

        await Eventually.IsTrueAsync(
            async () => (await service.Suggestions.GetTallyAsync(new GetTallyRequest(), house.People.Call(People.Hospital, "Erin", Role.Employee))).Made == callers.Accepted,
            "every accepted command is counted");
        Assert.Equal(0, callers.Refusals);
        Assert.Equal(0, await anotherProcess.NumberAsync("SELECT count(*) FROM outbox WHERE attempts > 0"));
        await Eventually.IsTrueAsync(
            async () => await anotherProcess.NumberAsync("SELECT count(*) FROM outbox WHERE sent IS NULL") == 0, "the outbox is empty");
    }
}
