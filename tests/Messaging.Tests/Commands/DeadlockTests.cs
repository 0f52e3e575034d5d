using Npgsql;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class DeadlockTests
{
    [SkippableFact]
    public async Task A_command_is_done_after_all_when_the_database_broke_a_deadlock_at_its_cost()
    {
        await using var house = await House.StartAsync(
            TestDatabases.Postgres, configure: values => values["ConnectionStrings:suggestions"] += ";Options=-c deadlock_timeout=12s");
        var service = house.Only;
        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await using var rival = new NpgsqlConnection(house.DatabaseOf("suggestions"));
        await rival.OpenAsync();
        await using var transaction = await rival.BeginTransactionAsync();
        // Whoever looks for a deadlock first is the one to give way: not the rival. It looks once, so the rival must have come by then.
        await RunAsync(rival, "SET deadlock_timeout = '1min'");
        await RunAsync(rival, "UPDATE suggestions SET text = text");

        var accept = service.Suggestions.AcceptAsync(new AcceptRequest { Id = suggestion.Id }, service.Officer(key: "intent 1"));
        await Eventually.IsTrueAsync(
            async () => await PostgresServer.LockWaitersAsync(house.DatabaseOf("suggestions")) > 0, "the command waits for the rival");
        await RunAsync(rival, $"""
            INSERT INTO commands (organisation, account, method, key, request_hash, response, at)
            VALUES ('{People.Hospital}', 'Olive', '/training.reference.v1.Suggestions/Accept', 'intent 1', '', '', 0)
            """);
        await transaction.RollbackAsync();

        Assert.True((await accept).Accepted);
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
