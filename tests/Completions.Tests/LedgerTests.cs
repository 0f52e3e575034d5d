using System.Data.Common;

namespace Training.Completions.Tests;

public sealed class LedgerTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Record_of_attempts_and_completions_can_be_neither_changed_nor_deleted(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var fax = Told.Id();
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(Told.Id(), [fax]));
        await service.DeliverAsync(Told.Run("nurse", fax));
        var before = await service.LedgerAsync();

        foreach (var table in new[] { "attempts", "completions", "completion_scenarios" })
        {
            List<string> attacks = [$"DELETE FROM {table}", $"UPDATE {table} SET evidence_hash = evidence_hash", $"UPDATE {table} SET organisation = organisation"];
            if (provider == TestDatabases.Sqlite)
                attacks.Add($"INSERT OR REPLACE INTO {table} SELECT * FROM {table}");
            else
                attacks.Add($"TRUNCATE {table} CASCADE");
            foreach (var attack in attacks)
                Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<DbException>(() => Behind.ExecuteAsync(service.Database, attack))).Message);
        }

        Assert.Single(before);
        Assert.Equal(before, await service.LedgerAsync());
    }
}
