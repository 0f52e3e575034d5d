using Npgsql;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class LeaverRaceTests
{
    [SkippableFact]
    public async Task A_signature_beside_a_leaving_that_is_being_told_orders_no_training()
    {
        await using var hospital = await Hospital.StartAsync(TestDatabases.Postgres);
        await hospital.Service.DeliverAsync(Teaching.Published("faxing", 1, Hospital.Now.AddDays(-9), "F1:P01"));
        var file = await hospital.Propose(await hospital.PreparedAsync());
        await using var other = new NpgsqlConnection(hospital.Service.Database.ConnectionString);
        await other.OpenAsync();
        await using var leaving = await other.BeginTransactionAsync();
        await ExecuteAsync(other, $"UPDATE people SET has_left = true, version = 2 WHERE id = '{People.Clerk}'");

        var signature = hospital.Sign(file).ResponseAsync;
        await Eventually.IsTrueAsync(async () => signature.IsCompleted || await PostgresServer.LockWaitersAsync(hospital.Service.Database.ConnectionString) > 0, "the signature waits for what is being told of the person");
        await leaving.CommitAsync();

        Assert.Equal("The person has left.", (await signature).NoRemediationBecause);
        Assert.Empty(hospital.Service.Published<RemediationOrdered>());
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
