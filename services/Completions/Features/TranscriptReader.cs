using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>A completion or an attempt.</summary>
internal sealed record TranscriptEntry(Completion? Completion, Attempt? Attempt)
{
    private const int OfCompletion = 0, OfAttempt = 1;

    public MemberId Member => Completion?.Member ?? Attempt!.Member;

    /// <summary>Newest first; what was completed by a run stands before it.</summary>
    public Position Position => Completion is not null
        ? new Position(OfCompletion, Completion.Completed, Completion.Id.Value)
        : new Position(OfAttempt, Attempt!.Finished, Attempt.Run.Value);
}

/// <summary>Transcripts: completions and attempts of a member, newest first.</summary>
internal sealed class TranscriptReader(CompletionsDb db, RecordReader record)
{
    private static readonly Role[] MayReadAnybodys = [Role.Hr, Role.PrivacyOfficer, Role.SecurityOfficer, Role.Auditor];

    public async Task<Page<TranscriptEntry>> One(MemberId member, PageAsk ask, Caller caller, CancellationToken ct)
    {
        if (caller.Member != member && !caller.Roles.Overlaps(MayReadAnybodys))
            throw new TranscriptOfSomebodyElse();
        var lists = await Some([member], ask, caller, ct);
        return lists.Count == 1 ? lists[0].Page : new Page<TranscriptEntry>([], [], "", ask.WithTotal ? 0 : null);
    }

    /// <summary>Of those of them whose transcript the caller may read; what is empty is left out.</summary>
    public async Task<IReadOnlyList<PageOf<MemberId, TranscriptEntry>>> Some(IReadOnlyCollection<MemberId> asked, PageAsk ask, Caller caller, CancellationToken ct)
    {
        var size = ListReader.SizeOfEach(ask, asked.Count);
        List<MemberId> members = [.. caller.Roles.Overlaps(MayReadAnybodys) ? asked : asked.Where(member => member == caller.Member)];
        var (completions, attempts) = From(members, Position.From(ask.Token));
        var newest = await completions.Select(c => c.Member).Distinct()
            .SelectMany(member => completions.Where(c => c.Member == member).OrderByDescending(c => c.Completed).ThenByDescending(c => c.Id).Take(size + 1))
            .AsNoTracking().ToListAsync(ct);
        var taken = await attempts.Select(t => t.Member).Distinct()
            .SelectMany(member => attempts.Where(t => t.Member == member).OrderByDescending(t => t.Finished).ThenByDescending(t => t.Run).Take(size + 1))
            .AsNoTracking().ToListAsync(ct);
        var totals = ask.WithTotal ? await TotalsAsync(members, ct) : null;
        return
        [
            .. (await record.Read([.. newest.Select(c => c.Id)], ct)).Select(c => new TranscriptEntry(c, null)).Concat(taken.Select(t => new TranscriptEntry(null, t)))
                .GroupBy(entry => entry.Member)
                .Select(list => new PageOf<MemberId, TranscriptEntry>(list.Key, ListReader.Cut(
                    [.. list.OrderByDescending(e => e.Position.At).ThenBy(e => e.Position.Rank).ThenByDescending(e => e.Position.Id).Take(size + 1)],
                    size, ask, entry => entry.Position.ToString(), totals?[list.Key]))),
        ];
    }

    private (IQueryable<Completion> Completions, IQueryable<Attempt> Attempts) From(List<MemberId> members, Position? place)
    {
        var completions = db.Completions.Where(c => members.Contains(c.Member));
        var attempts = db.Attempts.Where(t => members.Contains(t.Member));
        if (place is not { } after)
            return (completions, attempts);
        var (at, completion, run, afterCompletion) = (after.At, new CompletionId(after.Id), new RunId(after.Id), after.Rank == 0);
        return (
            completions.Where(c => c.Completed < at || (afterCompletion && c.Completed == at && c.Id < completion)),
            attempts.Where(t => t.Finished < at || (t.Finished == at && (afterCompletion || t.Run < run))));
    }

    private async Task<Dictionary<MemberId, long>> TotalsAsync(List<MemberId> members, CancellationToken ct)
    {
        var completions = await db.Completions.Where(c => members.Contains(c.Member))
            .GroupBy(c => c.Member).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var attempts = await db.Attempts.Where(t => members.Contains(t.Member))
            .GroupBy(t => t.Member).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(ct);
        foreach (var group in attempts)
            completions[group.Key] = completions.GetValueOrDefault(group.Key) + group.Count;
        return completions;
    }
}
