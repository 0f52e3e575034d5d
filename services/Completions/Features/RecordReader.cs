using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>Completions that meet everything that is set.</summary>
internal sealed record CompletionFilter(
    RosterFilter Roster, DutyId? Campaign = null, MemberId? Member = null, CurriculumId? Curriculum = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);

/// <summary>The ledger of completions.</summary>
internal sealed class RecordReader(CompletionsDb db)
{
    private static readonly ListOrder<Completion>
        OldestFirst = new("completions", descending: false, nameof(Completion.Id)),
        Changes = ListOrder<Completion>.OfChanges("changes of completions", nameof(Completion.Id));

    /// <summary>In the order in which it was written.</summary>
    public Task<Page<Completion>> Ledger(CompletionFilter filter, PageAsk ask, CancellationToken ct) =>
        db.PageAsync(
            ask.ChangedSince is not null ? Changes : OldestFirst, ask, completions => Narrow(completions, filter).Include(c => c.Passed.OrderBy(p => p.Position)), ct);

    public Task<IReadOnlyList<PageOf<MemberId, Completion>>> OfMembers(
        IReadOnlyCollection<MemberId> members, CompletionFilter filter, PageAsk ask, CancellationToken ct) =>
        WholeAsync(db.PagesAsync(OldestFirst, ask, completion => completion.Member, members, completions => Narrow(completions, filter), ct), ct);

    public Task<IReadOnlyList<PageOf<DutyId, Completion>>> OfCampaigns(
        IReadOnlyCollection<DutyId> campaigns, CompletionFilter filter, PageAsk ask, CancellationToken ct) =>
        WholeAsync(db.PagesAsync(OldestFirst, ask, completion => completion.Duty, campaigns, completions => Narrow(completions, filter), ct), ct);

    /// <summary>Those of them that are there, with all that they rest on.</summary>
    public async Task<List<Completion>> Some(IReadOnlyCollection<CompletionId> ids, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count);
        return await Read(ids, ct);
    }

    public async Task<List<Completion>> Read(IReadOnlyCollection<CompletionId> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await db.Completions.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).Include(c => c.Passed.OrderBy(p => p.Position)).ToListAsync(ct);

    // What a list is cut from cannot bring along what belongs to its rows.
    private async Task<IReadOnlyList<PageOf<TParent, Completion>>> WholeAsync<TParent>(Task<IReadOnlyList<PageOf<TParent, Completion>>> reading, CancellationToken ct)
    {
        var lists = await reading;
        var whole = (await Read([.. lists.SelectMany(list => list.Page.Rows).Select(row => row.Id)], ct)).ToDictionary(c => c.Id);
        return [.. lists.Select(list => new PageOf<TParent, Completion>(list.Of, list.Page.Of(row => whole[row.Id])))];
    }

    private IQueryable<Completion> Narrow(IQueryable<Completion> completions, CompletionFilter filter)
    {
        if (filter.Campaign is { } campaign)
            completions = completions.Where(c => c.Duty == campaign);
        if (filter.Member is { } member)
            completions = completions.Where(c => c.Member == member);
        if (filter.Curriculum is { } curriculum)
            completions = completions.Where(c => c.Curriculum == curriculum);
        if (filter.From is { } from)
            completions = completions.Where(c => c.Completed >= from);
        if (filter.Before is { } before)
            completions = completions.Where(c => c.Completed < before);
        return filter.Roster.IsEmpty ? completions : completions.Where(c => filter.Roster.Of(db).Contains(c.Member));
    }
}
