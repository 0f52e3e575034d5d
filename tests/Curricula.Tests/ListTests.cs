using Grpc.Core;
using Training.Curricula.V1;

namespace Training.Curricula.Tests;

public sealed class ListTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_give_everything_once_in_order_page_by_page(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        List<V1.CurriculumVersion> published = [];
        List<V1.Campaign> campaigns = [];
        for (var n = 0; n < 7; n++)
        {
            published.Add(await curricula.PublishAsync(Contents.With(content => content.Code = $"refresher-{n}")));
            campaigns.Add(await curricula.LaunchAsync(published[^1]));
        }

        List<V1.CurriculumVersion> listed = [];
        for (var token = "start"; token != "";)
        {
            var page = await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest { PageSize = 3, PageToken = token == "start" ? "" : token }, curricula.Privacy());
            listed.AddRange(page.Versions);
            token = page.NextPageToken;
        }

        List<V1.Campaign> launched = [];
        for (var token = "start"; token != "";)
        {
            var page = await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest { PageSize = 3, PageToken = token == "start" ? "" : token }, curricula.Privacy());
            launched.AddRange(page.Campaigns);
            token = page.NextPageToken;
        }

        campaigns.Reverse();
        Assert.Equal(published, listed);
        Assert.Equal(campaigns, launched);
        await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest { PageToken = "3" }, curricula.Privacy()).IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
        await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest { PageSize = 501 }, curricula.Privacy()).IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOO_LARGE");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Get_says_so_when_nothing_is_published_or_the_version_is_unknown(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var open = await curricula.ProposeAsync();
        await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = open.CurriculumId }, curricula.Privacy()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_NEVER_PUBLISHED");
        foreach (var unknown in new[] { 2, -1 })
            await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = open.CurriculumId, Version = unknown }, curricula.Privacy()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_VERSION_NOT_FOUND");
    }
}
