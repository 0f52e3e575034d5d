using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>What both preview and import do: read the file, then hold it against the roster.</summary>
internal sealed class RosterState(WorkforceDb db, OrganisationReader organisations, TimeProvider clock)
{
    public async Task<RosterFile> ReadFile(RosterUpload upload, RosterHeading heading, CancellationToken ct)
    {
        var (organisation, sites, jobRoles) = await organisations.Read(ct);
        organisation.RequireNotOlder(heading.EffectiveOn);
        var lines = new RosterLineReader(
            sites.ToDictionary(site => site.Code, site => site.TimeZone), jobRoles.Select(role => role.Code).ToHashSet(), heading.EffectiveOn);
        return await RosterFileReader.ReadAsync(upload, lines, ct);
    }

    public async Task<RosterOutcome> Compare(RosterFile file, RosterHeading heading, Caller caller, CancellationToken ct)
    {
        var known = await db.Members.AsNoTracking().Where(member => member.Status != MemberStatus.Left).ToListAsync(ct);
        var here = known.Select(member => member.EmployeeNumber).ToHashSet();
        var others = file.Lines.Select(line => line.EmployeeNumber).Where(number => !here.Contains(number)).ToList();
        // One parameter with all of them: a parameter for each would take seconds to bind.
        if (others.Count > 0)
            known.AddRange(await db.Members.AsNoTracking().Where(member => EF.Parameter(others).Contains(member.EmployeeNumber)).ToListAsync(ct));
        return new RosterComparison(caller.Organisation, known, heading.EffectiveOn, () => TypedId.New<MemberId>(clock)).Compare(file);
    }
}
