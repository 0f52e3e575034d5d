using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Training.Hosting;

namespace Training.Completions;

/// <summary>Duties and their scenarios, which are read once: nothing of a duty changes but that a campaign is cancelled, which its assignments tell.</summary>
internal sealed class KnownDuties(CompletionsDb db, DutyMemory memory)
{
    /// <summary>The duties of these assignments.</summary>
    public async Task<IReadOnlyDictionary<DutyId, Duty>> OfAsync(IReadOnlyList<Assignment> assignments, CancellationToken ct)
    {
        var found = new Dictionary<DutyId, Duty>();
        List<DutyId>? unknown = null;
        foreach (var assignment in assignments)
        {
            if (found.TryGetValue(assignment.Duty, out var known) || memory.TryGet(assignment.Organisation, assignment.Duty, out known))
                found[assignment.Duty] = known;
            if (known is null || (known.Cancelled is null && assignment.ClosedBecause == ClosedBecause.Cancelled))
                (unknown ??= []).Add(assignment.Duty);
        }
        if (unknown is null)
            return found;
        var ids = unknown.Distinct().ToList();
        foreach (var duty in await db.Duties.AsNoTracking().Include(duty => duty.Scenarios).Where(duty => ids.Contains(duty.Id)).ToListAsync(ct))
        {
            found[duty.Id] = duty;
            memory.Keep(duty);
        }
        return found;
    }
}

/// <summary>Keeps the duties that were asked for last, for all calls.</summary>
internal sealed class DutyMemory : IDisposable
{
    private const int MostCharacters = 5_000_000;
    private const int Usual = 1_000;

    private readonly MemoryCache _duties = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public bool TryGet(OrganisationId organisation, DutyId id, [NotNullWhen(true)] out Duty? duty) => _duties.TryGetValue((organisation, id), out duty) && duty is not null;

    public void Keep(Duty duty) => _duties.Set((duty.Organisation, duty.Id), duty, new MemoryCacheEntryOptions { Size = Usual + duty.JobRoles.Length + duty.Sites.Length });

    public void Dispose() => _duties.Dispose();
}
