using Grpc.Core;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class OutboxOperationsTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListOutbox_gives_what_is_not_handed_over_oldest_first_page_by_page(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        OutboxRow[] rows = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? Rows.Parked(People.Hospital) : i % 3 == 1 ? Rows.Waiting(People.Hospital) : Rows.Sent(People.Hospital))];
        await service.SaveAsync(People.Hospital, rows);
        await service.SaveAsync(People.Clinic, Rows.Parked(People.Clinic));
        var unsent = rows.Where(r => r.Sent is null).Select(r => r.Id.ToString()).Order().ToList();

        foreach (var size in (int[])[1, 7, 40, 500])
            Assert.Equal(unsent, await PagesAsync(service, new ListOutboxRequest { PageSize = size }));
        Assert.Equal(
            rows.Where(r => r.Parked).Select(r => r.Id.ToString()).Order(), await PagesAsync(service, new ListOutboxRequest { PageSize = 3, OnlyParked = true }));

        var parked = (await service.Operations.ListOutboxAsync(new ListOutboxRequest { OnlyParked = true, PageSize = 1 }, service.Operator())).Entries.Single();
        Assert.Equal((true, 12, "refused", "training.reference.v1"), (parked.Parked, parked.Attempts, parked.LastError, parked.Topic));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RetryOutbox_puts_parked_events_back_once_and_they_are_delivered(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var (named, other) = (Rows.Parked(People.Hospital), Rows.Parked(People.Hospital));
        await service.SaveAsync(People.Hospital, named, other);
        var request = new RetryOutboxRequest { Ids = { named.Id.ToString(), Guid.CreateVersion7().ToString() } };

        Assert.Equal(1, (await service.Operations.RetryOutboxAsync(request, service.Operator("retry 1"))).Retried);
        Assert.Equal(1, (await service.Operations.RetryOutboxAsync(request, service.Operator("retry 1"))).Retried);
        Assert.Equal(0, (await service.Operations.RetryOutboxAsync(request, service.Operator("retry 2"))).Retried);
        await Eventually.IsTrueAsync(async () => (await service.TallyAsync()).Made == 1, "the retried event arrives");
        Assert.True((await service.RowsAsync<OutboxRow>()).Single(r => r.Id == other.Id).Parked);

        Assert.Equal(1, (await service.Operations.RetryOutboxAsync(new RetryOutboxRequest(), service.Operator())).Retried);
        await Eventually.IsTrueAsync(async () => (await service.TallyAsync()).Made == 2, "the other arrives as well");
        await service.AllIsSentAsync();
        Assert.Empty(await PagesAsync(service, new ListOutboxRequest()));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RetryOutbox_is_refused_when_an_id_is_unreadable_or_there_are_too_many(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var tooMany = new RetryOutboxRequest { Ids = { Enumerable.Range(0, 501).Select(_ => Guid.CreateVersion7().ToString()) } };

        await service.Operations.RetryOutboxAsync(new RetryOutboxRequest { Ids = { "garbage" } }, service.Operator())
            .IsRefusedAsync(StatusCode.InvalidArgument, "ID_NOT_READABLE");
        await service.Operations.RetryOutboxAsync(tooMany, service.Operator()).IsRefusedAsync(StatusCode.InvalidArgument, "TOO_MANY_IDS");
        tooMany.Ids.RemoveAt(500);
        Assert.Equal(0, (await service.Operations.RetryOutboxAsync(tooMany, service.Operator())).Retried);
    }

    private static async Task<List<string>> PagesAsync(RunningService service, ListOutboxRequest request)
    {
        var ids = new List<string>();
        do
        {
            var page = await service.Operations.ListOutboxAsync(request, service.Operator());
            Assert.InRange(page.Entries.Count, 0, Paging.Size(request.PageSize));
            ids.AddRange(page.Entries.Select(e => e.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken != "");
        return ids;
    }
}
