using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>A completion or an attempt.</summary>
internal sealed record TranscriptEntry(Completion? Completion, Attempt? Attempt)
{
    private const int OfCompletion = 0, OfAttempt = 1;

    /// <summary>Newest first; what was completed by a run stands before it.</summary>
    public Position Position => Completion is not null
        ? new Position(OfCompletion, Completion.Completed, Completion.Id.Value)
        : new Position(OfAttempt, Attempt!.Finished, Attempt.Run.Value);
}

internal sealed class RecordReader(CompletionsDb db)
{
    private static readonly Role[] MayReadAnybodys = [Role.Hr, Role.PrivacyOfficer, Role.SecurityOfficer, Role.Auditor];

    public async Task<Page<TranscriptEntry>> Transcript(MemberId member, Caller caller, int pageSize, string pageToken, CancellationToken ct)
    {
        if (caller.Member != member && !caller.Roles.Overlaps(MayReadAnybodys))
            throw new TranscriptOfSomebodyElse();
        var size = Paging.Size(pageSize);
        IQueryable<Completion> completions = db.Completions.Where(c => c.Member == member);
        IQueryable<Attempt> attempts = db.Attempts.Where(t => t.Member == member);
        if (Position.From(pageToken) is { } after)
        {
            var (at, completion, run, afterCompletion) = (after.At, new CompletionId(after.Id), new RunId(after.Id), after.Rank == 0);
            completions = completions.Where(c => c.Completed < at || (afterCompletion && c.Completed == at && c.Id < completion));
            attempts = attempts.Where(t => t.Finished < at || (t.Finished == at && (afterCompletion || t.Run < run)));
        }
        var entries = (await completions.OrderByDescending(c => c.Completed).ThenByDescending(c => c.Id).Take(size + 1)
                .Include(c => c.Passed.OrderBy(p => p.Position)).AsNoTracking().ToListAsync(ct)).Select(c => new TranscriptEntry(c, null))
            .Concat((await attempts.OrderByDescending(t => t.Finished).ThenByDescending(t => t.Run).Take(size + 1)
                .AsNoTracking().ToListAsync(ct)).Select(t => new TranscriptEntry(null, t)))
            .OrderByDescending(entry => entry.Position.At).ThenBy(entry => entry.Position.Rank).Take(size + 1).ToList();
        var more = entries.Count > size;
        if (more)
            entries.RemoveAt(size);
        return new Page<TranscriptEntry>(entries, more ? entries[^1].Position.ToString() : "");
    }

    /// <summary>The ledger in the order in which it was written; of one campaign or whole.</summary>
    public async Task<Page<Completion>> Ledger(DutyId? campaign, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = new CompletionId(Paging.After(pageToken));
        var completions = db.Completions.Where(c => c.Id > after);
        if (campaign is { } duty)
            completions = completions.Where(c => c.Duty == duty);
        var rows = await completions.OrderBy(c => c.Id).Take(size + 1).Include(c => c.Passed.OrderBy(p => p.Position)).AsNoTracking().ToListAsync(ct);
        var next = Paging.Next(rows, size, c => c.Id.Value);
        return new Page<Completion>(rows, next);
    }
}
