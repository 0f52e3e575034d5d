using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Sanctions;

/// <summary>Cases that meet everything that is set.</summary>
internal sealed record CaseFilter(
    CaseState? State = null, string ViolationCode = "", MemberId? Member = null, DateTimeOffset? OpenedFrom = null, DateTimeOffset? OpenedBefore = null);

/// <summary>Shows cases. Whoever reads one, or looks for somebody's, leaves an entry in the audit log.</summary>
internal sealed class CaseReader(SanctionsDb db, PolicyShelf shelf, TrainingRecords records)
{
    private const int MostAtOnce = 100;

    private static readonly ListOrder<Case>
        NewestFirst = new("cases", descending: true, nameof(Case.Id)),
        Changes = ListOrder<Case>.OfChanges("changes of cases", nameof(Case.Id));

    public async Task<Case> Read(CaseId id, CancellationToken ct) =>
        (await Some([id], ct)).SingleOrDefault() ?? throw new CaseNotFound(id);

    /// <summary>Those of them that are there.</summary>
    public async Task<List<Case>> Some(IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        var files = await Find(ids, ct);
        await Note(files.Select(file => $"Case/{file.Id}"), "read", ct);
        return files;
    }

    public async Task<(Case File, TrainingFinding Finding)> ExplainTraining(CaseId id, CancellationToken ct)
    {
        var explained = await ExplainTraining([id], ct);
        return explained.Count == 1 ? explained[0] : throw new CaseNotFound(id);
    }

    /// <summary>Of those of them that are there.</summary>
    public async Task<IReadOnlyList<(Case File, TrainingFinding Finding)>> ExplainTraining(IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        var files = await Find(ids, ct);
        var policies = await shelf.Versions([.. files.Select(file => file.PolicyVersion).Distinct()], ct);
        var histories = await records.OfAll([.. files.Select(file => (file.Subject, policies[file.PolicyVersion].Policy.Violation(file.ViolationCode)))], ct);
        await Note(files.Select(file => $"Case/{file.Id}"), "training read", ct);
        return [.. files.Zip(histories, (file, history) => (file, history.Before(file.Happened)))];
    }

    public async Task<Page<Case>> List(CaseFilter filter, PageAsk ask, CancellationToken ct)
    {
        var page = await db.PageAsync(ask.ChangedSince is not null ? Changes : NewestFirst, ask, files => Narrow(files, filter), ct);
        if (filter.Member is { } member)
            await Note([$"Member/{member}"], "cases listed", ct);
        return page;
    }

    public async Task<IReadOnlyList<PageOf<MemberId, Case>>> Lists(IReadOnlyCollection<MemberId> members, CaseFilter filter, PageAsk ask, CancellationToken ct)
    {
        var lists = await db.PagesAsync(NewestFirst, ask, file => file.Subject, members, files => Narrow(files, filter), ct);
        await Note(members.Select(member => $"Member/{member}"), "cases listed", ct);
        return lists;
    }

    private static IQueryable<Case> Narrow(IQueryable<Case> files, CaseFilter filter)
    {
        if (filter.State is { } state)
            files = files.Where(file => file.State == state);
        if (filter.ViolationCode != "")
            files = files.Where(file => file.ViolationCode == filter.ViolationCode);
        if (filter.Member is { } member)
            files = files.Where(file => file.Subject == member);
        if (filter.OpenedFrom is { } from)
            files = files.Where(file => file.Opened >= from);
        return filter.OpenedBefore is { } before ? files.Where(file => file.Opened < before) : files;
    }

    private async Task<List<Case>> Find(IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count, MostAtOnce);
        return await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(ct);
    }

    private Task Note(IEnumerable<string> subjects, string how, CancellationToken ct)
    {
        db.NoteEach(subjects, how);
        return db.SaveChangesAsync(ct);
    }
}
