using Grpc.Core;
using Training.Completions.V1;
using Training.Contracts;

namespace Training.Completions.Tests;

public sealed class WatchTests
{
    private readonly Guid _campaign = Told.Id();
    private readonly Guid _fax = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Watch_tells_the_progress_now_and_after_every_change_and_ends_with_the_call(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse"), Told.Member("clerk")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        using var ends = new CancellationTokenSource();
        using var watching = Watch(service, ends.Token);

        Assert.Equal((2, 0, 0, 0), await NextAsync(watching));
        await service.DeliverAsync(Told.Run("nurse", _fax, passed: false));
        Assert.Equal((2, 1, 0, 0), await NextAsync(watching));
        await service.DeliverAsync(Told.Run("nurse", _fax));
        Assert.Equal((2, 1, 1, 0), await NextAsync(watching));
        await service.DeliverAsync(Told.Cancelled(_campaign));
        Assert.Equal((1, 1, 1, 1), await NextAsync(watching));

        await ends.CancelAsync();
        var ended = await Assert.ThrowsAnyAsync<Exception>(() => watching.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(ended is RpcException { StatusCode: StatusCode.Cancelled } or OperationCanceledException, ended.ToString());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Watch_tells_the_last_word_and_not_every_step_when_changes_come_fast(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var names = Enumerable.Range(0, 60).Select(number => $"nurse {number}").ToArray();
        await service.DeliverAsync(Told.Members(names.Select(name => Told.Member(name))));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        using var watching = Watch(service, CancellationToken.None);
        var began = TimeProvider.System.GetTimestamp();
        var told = 0;
        var last = await NextAsync(watching);

        var delivering = Task.WhenAll(names.Select(name => service.DeliverAsync(Told.Run(name, _fax))));
        while (last.Completed < names.Length)
        {
            last = await NextAsync(watching);
            told++;
        }

        await delivering;
        Assert.InRange(told, 1, 1 + (int)(TimeProvider.System.GetElapsedTime(began) / TimeSpan.FromMilliseconds(250)));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Watch_notices_what_another_process_changed(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        using var watching = Watch(service, CancellationToken.None);
        await NextAsync(watching);

        await Behind.ExecuteAsync(service.Database, "UPDATE assignments SET started = true");

        Assert.Equal((1, 1, 0, 0), await NextAsync(watching));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Watching_is_refused_when_there_is_no_such_campaign(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        using var watching = Watch(service, CancellationToken.None);

        await Refusal.ExpectAsync(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND", () => watching.ResponseStream.MoveNext(CancellationToken.None));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Watchers_do_not_keep_the_service_from_stopping(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        using var watching = Watch(service, CancellationToken.None);
        await NextAsync(watching);

        Assert.InRange(await service.RestartAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    private AsyncServerStreamingCall<CampaignProgress> Watch(ServiceUnderTest service, CancellationToken ct) => service.Assignments()
        .WatchCampaignProgress(new GetCampaignProgressRequest { CampaignId = _campaign.ToString() }, service.Call(Role.PrivacyOfficer), cancellationToken: ct);

    private static async Task<(long Assigned, long Started, long Completed, long Closed)> NextAsync(AsyncServerStreamingCall<CampaignProgress> watching)
    {
        Assert.True(await watching.ResponseStream.MoveNext(CancellationToken.None));
        var progress = watching.ResponseStream.Current;
        return (progress.Assigned, progress.Started, progress.Completed, progress.Closed);
    }
}
