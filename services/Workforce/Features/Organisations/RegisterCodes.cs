using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

internal sealed record SiteToRegister(string Code, string Name, string TimeZone);

internal sealed record JobRoleToRegister(string Code, string Title);

internal sealed class RegisterCodes(WorkforceDb db, OrganisationReader reader, MemberWriter members, TimeProvider clock)
{
    private const int MostAtOnce = 1000;

    public async Task<OrganisationWithCodes> Run(IReadOnlyCollection<SiteToRegister> sites, IReadOnlyCollection<JobRoleToRegister> jobRoles, Caller caller, CancellationToken ct)
    {
        if (sites.Count + jobRoles.Count > MostAtOnce)
            throw new TooManyCodes(sites.Count + jobRoles.Count, MostAtOnce);
        RequireOnce(sites.Select(site => site.Code));
        RequireOnce(jobRoles.Select(role => role.Code));

        await db.TakeOrganisationAsync(ct);
        var moved = await RegisterSites(sites, caller.Organisation, ct);
        await RegisterJobRoles(jobRoles, caller.Organisation, ct);
        await MoveMembers(moved, ct);
        db.Note("Codes", $"{sites.Count} sites, {jobRoles.Count} job roles");
        await db.SaveChangesAsync(ct);
        return await reader.Read(ct);
    }

    private static void RequireOnce(IEnumerable<string> codes)
    {
        if (codes.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CodeNamedTwice(Code.Check(twice.Key));
    }

    // The zones of the sites that have got another one.
    private async Task<Dictionary<string, string>> RegisterSites(IReadOnlyCollection<SiteToRegister> sites, OrganisationId organisation, CancellationToken ct)
    {
        var moved = new Dictionary<string, string>();
        var registered = await db.Sites.ToDictionaryAsync(site => site.Code, ct);
        foreach (var (code, name, timeZone) in sites)
        {
            if (!registered.TryGetValue(code, out var site))
            {
                db.Add(Site.Register(organisation, code, name, timeZone));
                continue;
            }
            if (site.TimeZone != timeZone)
                moved.Add(code, timeZone);
            site.Change(name, timeZone);
        }
        return moved;
    }

    private async Task RegisterJobRoles(IReadOnlyCollection<JobRoleToRegister> jobRoles, OrganisationId organisation, CancellationToken ct)
    {
        var registered = await db.JobRoles.ToDictionaryAsync(role => role.Code, ct);
        foreach (var (code, title) in jobRoles)
        {
            if (registered.TryGetValue(code, out var role))
                role.Change(title);
            else
                db.Add(JobRole.Register(organisation, code, title));
        }
    }

    // Due dates end with the day at the member's site: whoever keeps a copy of the roster has to hear of the new zone.
    private async Task MoveMembers(Dictionary<string, string> zones, CancellationToken ct)
    {
        if (zones.Count == 0)
            return;
        var sites = zones.Keys.ToList();
        var there = await db.Members.AsNoTracking().Where(m => m.Status != MemberStatus.Left && sites.Contains(m.Site)).OrderBy(m => m.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var changes = there.Select(member => new MemberChange(
            ChangeKind.Changed, member, member with { TimeZone = zones[member.Site], Version = member.Version + 1 }, TodayIn(zones[member.Site], now)));
        await members.Write([.. changes], import: null, ct);
    }

    private static LocalDate TodayIn(string zone, DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
}
