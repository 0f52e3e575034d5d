using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Hosting;
using Training.Operations.V1;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class AuditSealerTests
{
    // The promise is one second; the second one is for a machine that does ten other things.
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_entry_is_sealed_within_a_second_of_its_commit_though_the_sealer_polls_rarely(string provider)
    {
        await using var house = await House.StartAsync(provider, configure: values => values["Messaging:PollEvery"] = "00:10:00");
        var service = house.Only;
        var longest = TimeSpan.Zero;

        for (var round = 0; round < 5; round++)
        {
            await service.Suggestions.SuggestAsync(new SuggestRequest { Text = $"Round {round}" }, service.Employee());
            var since = Stopwatch.StartNew();
            await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "the entry is sealed");
            longest = since.Elapsed > longest ? since.Elapsed : longest;
        }

        LongRun.Print($"Audit, {provider}: sealed at most {longest.TotalMilliseconds:0} ms after the commit");
        Assert.InRange(longest, TimeSpan.Zero, Promise);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Entries_are_numbered_without_gaps_in_the_order_in_which_they_were_made(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        const int count = 12;
        for (var i = 0; i < count; i++)
            await service.Suggestions.SuggestAsync(new SuggestRequest { Text = $"{i}" }, service.Employee());
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "every entry is sealed");

        var entries = (await service.RowsAsync<AuditRow>()).OrderBy(e => e.Sequence).ToList();

        Assert.Equal(Enumerable.Range(1, count).Select(i => (long?)i), entries.Select(e => e.Sequence));
        Assert.Equal(entries.Select(e => e.At).Order(), entries.Select(e => e.At));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Five_thousand_entries_of_many_organisations_are_chained_once_when_two_hosts_seal_one_database(string provider)
    {
        const int entries = 5_000, save = 25;
        var organisations = Enumerable.Range(1, 10).Select(i => new OrganisationId(new Guid(i, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1))).ToArray();
        string? shared = null;
        await using var house = await House.StartAsync(provider, ["first", "second"], values =>
            values["ConnectionStrings:suggestions"] = shared ??= values["ConnectionStrings:suggestions"]);
        RunningService[] hosts = [house["first"], house["second"]];

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, entries / save), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var organisation = organisations[i % organisations.Length];
            await hosts[i / organisations.Length % 2].SaveAsync(organisation, [.. Enumerable.Range(1, save).Select(n => AuditEntries.New(organisation, n))]);
        });
        await Eventually.IsTrueAsync(async () => await hosts[0].UnsealedAsync() == 0, "every entry is sealed", TimeSpan.FromSeconds(60));
        LongRun.Print($"Audit, {provider}: {entries} entries of {organisations.Length} organisations written and sealed by two hosts in {clock.ElapsedMilliseconds} ms");

        var rows = await hosts[0].RowsAsync<AuditRow>();
        Assert.Equal(entries, rows.Count);
        foreach (var organisation in organisations)
        {
            var chain = rows.Where(r => r.Organisation == organisation).OrderBy(r => r.Sequence).ToList();
            Assert.Equal(Enumerable.Range(1, entries / organisations.Length).Select(n => (long?)n), chain.Select(r => r.Sequence));
            var verified = await hosts[1].Operations.VerifyAuditAsync(new VerifyAuditRequest(), hosts[1].As(organisation, "Ada", Role.Auditor));
            Assert.Equal((true, (long)chain.Count, 0L, ""), (verified.Intact, verified.Sealed, verified.Unsealed, verified.Finding));
            Assert.Equal(chain[^1].Chain, verified.Head.ToByteArray());
        }
    }

    [Fact]
    public async Task Sealing_an_entry_costs_the_same_when_the_log_has_grown()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);

        var small = await CostOfSealingOneAfterAsync(things, 10);
        var large = await CostOfSealingOneAfterAsync(things, 4_000);

        LongRun.Print($"Audit, Sqlite: sealing one entry takes {small} steps after 10 entries, {large} after 4,000");
        Assert.InRange(large, 1, small * 2);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Entries_of_one_millisecond_are_numbered_in_the_order_in_which_they_were_made(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        AuditRow[] inOrder = [.. Enumerable.Range(1, 9).Select(i => new AuditRow
        {
            Organisation = People.Hospital, Id = Guid.Parse($"01900000-0000-7000-8000-00000000000{9 - i}"), At = i, Subject = $"{i}",
        })];
        db.AddRange(inOrder);
        await db.SaveChangesAsync();

        await new AuditTable(db).SealBatchAsync(default);

        var chained = await db.Set<AuditRow>().AsNoTracking().OrderBy(e => e.Sequence).Select(e => e.Subject).ToListAsync();
        Assert.Equal(inOrder.Select(e => e.Subject), chained.Take(9));
    }

    private static async Task<long> CostOfSealingOneAfterAsync(SmallDatabase<ThingsDb> things, int history)
    {
        await using var db = things.Open(People.Hospital);
        var table = new AuditTable(db);
        db.AddRange(Enumerable.Range(0, history).Select(i => AuditEntries.New(People.Hospital, i)));
        await db.SaveChangesAsync();
        while (await table.SealBatchAsync(default))
        {
        }
        db.Add(AuditEntries.New(People.Hospital));
        await db.SaveChangesAsync();
        return await QueryCost.OfAsync(db, () => table.SealBatchAsync(default));
    }
}
