using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class AuditOperationsTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListAudit_gives_the_organisations_entries_oldest_first_and_by_subject(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        AuditRow[] rows = [.. Enumerable.Range(0, 55).Select(i => AuditEntries.New(People.Hospital, i % 5))];
        await service.SaveAsync(People.Hospital, rows);
        await service.SaveAsync(People.Clinic, AuditEntries.New(People.Clinic));
        var all = (await service.RowsAsync<AuditRow>()).Where(r => r.Organisation == People.Hospital).Select(r => r.Id.ToString()).Order().ToList();

        foreach (var size in (int[])[1, 8, 0, 500])
            Assert.Equal(all, (await PagesAsync(service, new ListAuditRequest { PageSize = size })).Select(e => e.Id));
        Assert.Equal(
            rows.Where(r => r.Subject == "Thing/3").Select(r => r.Id.ToString()).Order(),
            (await PagesAsync(service, new ListAuditRequest { PageSize = 4, Subject = "Thing/3" })).Select(e => e.Id));
        Assert.Empty(await PagesAsync(service, new ListAuditRequest { Subject = "Thing" }));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListAudit_shows_each_entry_whole(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var row = AuditEntries.New(People.Hospital);
        await service.SaveAsync(People.Hospital, row);
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "every entry is sealed");

        var entry = (await PagesAsync(service, new ListAuditRequest { Subject = row.Subject })).Single();

        var stored = (await service.RowsAsync<AuditRow>()).Single(r => r.Id == row.Id);
        Assert.Equal(
            (row.Member.ToString(), "Erin", "test", "Thing/0", "because", row.At, stored.Sequence),
            (entry.Member, entry.Account, entry.Action, entry.Subject, entry.Why, entry.At.ToDateTimeOffset().ToMicroseconds(), entry.Sequence));
        Assert.Equal([row.Before, row.After, stored.Chain!], [entry.BeforeHash.ToByteArray(), entry.AfterHash.ToByteArray(), entry.ChainHash.ToByteArray()]);
    }

    private static async Task<List<AuditEntry>> PagesAsync(RunningService service, ListAuditRequest request)
    {
        var entries = new List<AuditEntry>();
        do
        {
            var page = await service.Operations.ListAuditAsync(request, service.Operator());
            Assert.InRange(page.Entries.Count, 0, Paging.Size(request.PageSize));
            entries.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");
        return entries;
    }
}
