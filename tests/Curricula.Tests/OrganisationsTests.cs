using Grpc.Core;
using Training.Contracts;
using Training.Curricula.V1;

namespace Training.Curricula.Tests;

public sealed class OrganisationsTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_command_and_query_stays_in_its_organisation(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        await curricula.KnowAsync(Somebody.Clinic);
        var published = await curricula.PublishAsync();
        var campaign = await curricula.LaunchAsync(published);
        var open = await curricula.ProposeAsync(Contents.Titled("Second"));
        Metadata Pia() => curricula.Privacy(organisation: Somebody.Clinic);
        Metadata Sam() => curricula.Security(organisation: Somebody.Clinic);

        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(open), Sam()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_NOT_FOUND");
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(open), Sam()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_NOT_FOUND");
        await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = open.CurriculumId, Version = 1 }, Sam()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_NOT_FOUND");
        await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(published), Pia()).IsRefusedAsync(StatusCode.NotFound, "CURRICULUM_NOT_FOUND");
        await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = campaign.Id, Reason = "x" }, Pia()).IsRefusedAsync(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND");
        await curricula.Campaigns.GetCampaignAsync(new GetCampaignRequest { Id = campaign.Id }, Pia()).IsRefusedAsync(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND");
        Assert.Empty((await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), Pia())).Versions);
        Assert.Empty((await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), Pia())).Campaigns);

        var theirs = await curricula.PublishAsync(organisation: Somebody.Clinic);
        Assert.Equal((1, published.ContentHash), (theirs.Version, theirs.ContentHash));
        Assert.NotEqual(published.CurriculumId, theirs.CurriculumId);
        Assert.NotEqual(campaign.Id, (await curricula.LaunchAsync(theirs, Somebody.Clinic)).Id);
        Assert.Equal(2, (await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Service.Call(Role.Auditor))).Versions.Count);
    }
}
