using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

internal sealed class LaunchCampaign(CurriculaDb db, CurriculumShelf shelf, Offices offices, TimeProvider clock)
{
    public async Task<Campaign> Run(CurriculumId id, int number, string title, LocalDate due, Caller caller, CancellationToken ct)
    {
        var now = clock.Now();
        var curriculum = await shelf.CurriculumAsync(id, ct);
        var version = await shelf.VersionAsync(id, number, ct);
        await offices.DemandAnyAsync(caller, ct);
        var campaign = curriculum.Launch(TypedId.New<CampaignId>(clock), version, title, due, caller.Human(), now);
        await DemandNoneRunsAsync(campaign, Days.EarliestToday(now), ct);
        db.Add(campaign);
        db.Publish(new CampaignLaunched
        {
            CampaignId = campaign.Id.ToString(),
            Title = campaign.Title,
            CurriculumId = id.ToString(),
            CurriculumVersion = number,
            CurriculumTitle = version.Content.Title,
            ScenarioIds = { version.Content.Items.Select(item => item.ScenarioId.ToString()) },
            Audience = version.Content.Audience.ToMessage(),
            DueOn = due.ToIso(),
            Launched = now.ToTimestamp(),
        });
        db.Note($"Campaign/{campaign.Id}", campaign.Title);
        await db.SaveChangesAsync(ct);
        return campaign;
    }

    private async Task DemandNoneRunsAsync(Campaign campaign, LocalDate today, CancellationToken ct)
    {
        var running = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(
            c => c.CurriculumId == campaign.CurriculumId && c.CurriculumVersion == campaign.CurriculumVersion && c.Cancelled == null && c.DueOn >= today, ct);
        if (running is not null)
            throw new CampaignStillRuns(running.Id, running.DueOn);
    }
}
