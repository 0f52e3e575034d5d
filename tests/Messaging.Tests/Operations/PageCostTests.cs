using Microsoft.EntityFrameworkCore;
using Training.Operations.V1;
using Training.Reference;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class PageCostTests
{
    private const int PageSize = 20;
    private const int History = 4_000;

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_page_costs_the_same_when_the_table_has_grown(string provider)
    {
        var small = await CostsAfterAsync(provider, history: 40);
        var large = await CostsAfterAsync(provider, History);

        foreach (var (page, cost) in large)
        {
            LongRun.Print($"Page, {provider}, {page}: cost {small[page]} with 40 rows of history, {cost} with {History}");
            Assert.True(cost <= Math.Max(small[page] * 2, PageSize * 4), $"{page} cost {small[page]} at first and {cost} later");
        }
    }

    private static async Task<Dictionary<string, long>> CostsAfterAsync(string provider, int history)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await service.SaveAsync(People.Hospital, [.. Enumerable.Range(0, history).SelectMany(_ => new object[]
        {
            Rows.Sent(People.Hospital), AuditEntries.New(People.Hospital, 1), Rows.DeadLetter(People.Hospital),
        })]);
        await service.SaveAsync(People.Hospital, [.. Enumerable.Range(0, 2 * PageSize).SelectMany(_ => new object[]
        {
            Rows.Waiting(People.Hospital), Rows.Parked(People.Hospital), AuditEntries.New(People.Hospital, 2),
        })]);
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "every entry is sealed");
        await service.InScopeAsync(null, db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        var ids = (await service.RowsAsync<AuditRow>()).Select(r => r.Id).Order().ToList();
        var middle = ids[ids.Count / 2].ToString("N");
        var pages = new Dictionary<string, Func<ReferenceDb, Task>>
        {
            ["ListOutbox"] = db => new OutboxEntries(db).List(new ListOutboxRequest { PageSize = PageSize }, default),
            ["ListOutbox, parked"] = db => new OutboxEntries(db).List(new ListOutboxRequest { PageSize = PageSize, OnlyParked = true }, default),
            ["ListDeadLetters"] = db => new DeadLetters(db, null!).List(new ListDeadLettersRequest { PageSize = PageSize }, default),
            ["ListAudit"] = db => new AuditLog(db).List(new ListAuditRequest { PageSize = PageSize }, default),
            ["ListAudit, from the middle"] = db => new AuditLog(db).List(new ListAuditRequest { PageSize = PageSize, PageToken = middle }, default),
            ["ListAudit, by subject"] = db => new AuditLog(db).List(new ListAuditRequest { PageSize = PageSize, Subject = "Thing/2" }, default),
        };
        var costs = new Dictionary<string, long>();
        foreach (var (name, page) in pages)
            costs[name] = await service.InScopeAsync(People.Hospital, db => QueryCost.OfAsync(db, () => page(db)));
        return costs;
    }
}
