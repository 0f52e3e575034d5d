using GreenDonut.Data;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Training.Completions.V1;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

[QueryType]
internal static partial class CompletionsQueries
{
    /// <summary>An assignment; for an employee one of their own.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Assignment?> GetAssignmentAsync([ID<Assignment>] string id, AssignmentById assignments, CancellationToken ct) => assignments.LoadAsync(id, ct);

    /// <summary>Who owes what by when.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static async Task<Connection<Assignment>?> GetAssignmentsAsync(
        AssignmentFilter? where, PagingArguments paging, Assignments.AssignmentsClient assignments, CancellationToken ct, AssignmentOrder order = AssignmentOrder.Assigned)
    {
        var slice = Slice.Of(paging);
        var request = new ListAssignmentsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
            Order = (V1.AssignmentOrder)order,
            WithoutItems = true,
        };
        var page = await assignments.ListAssignmentsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Assignments, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, one => new Assignment(one));
    }

    /// <summary>Assignments that were made or changed. One does not change by becoming overdue: its due date tells.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<AssignmentChanges?> GetAssignmentChangesAsync(
        AssignmentFilter? where, Assignments.AssignmentsClient assignments, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListAssignmentsRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage(), WithoutItems = true };
        var page = await assignments.ListAssignmentsAsync(request, cancellationToken: ct);
        return new AssignmentChanges([.. page.Assignments.Select(one => new Assignment(one))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }

    /// <summary>What you yourself owe or have done: open ones first, then by due date.</summary>
    [UsePaging(AllowBackwardPagination = false)]
    public static async Task<Connection<Assignment>?> GetMyAssignmentsAsync(PagingArguments paging, Assignments.AssignmentsClient assignments, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListMyAssignmentsRequest { PageSize = slice.Size, PageToken = slice.Token, WithTotal = slice.WithTotal, WithoutItems = true };
        var page = await assignments.ListMyAssignmentsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Assignments, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, one => new Assignment(one));
    }

    /// <summary>An entry of the ledger.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Completion?> GetCompletionAsync([ID<Completion>] string id, CompletionById completions, CancellationToken ct) => completions.LoadAsync(id, ct);

    /// <summary>The ledger of who has done what, oldest first. It is only added to.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<Completion>?> GetCompletionsAsync(
        CompletionFilter? where, PagingArguments paging, TrainingRecord.TrainingRecordClient record, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListCompletionsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await record.ListCompletionsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Completions, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, one => new Completion(one));
    }

    /// <summary>Completions that were recorded.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<CompletionChanges?> GetCompletionChangesAsync(
        CompletionFilter? where, TrainingRecord.TrainingRecordClient record, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListCompletionsRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await record.ListCompletionsAsync(request, cancellationToken: ct);
        return new CompletionChanges([.. page.Completions.Select(one => new Completion(one))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }

    /// <summary>Somebody's completions and attempts, newest first; for an employee their own.</summary>
    /// <param name="memberId">Whose.</param>
    [UsePaging(AllowBackwardPagination = false)]
    public static async Task<Connection<ITranscriptEntry>?> GetTranscriptAsync(
        [ID<Member>] string memberId, PagingArguments paging, TrainingRecord.TrainingRecordClient record, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListTranscriptRequest { MemberId = memberId, PageSize = slice.Size, PageToken = slice.Token, WithTotal = slice.WithTotal };
        var page = await record.ListTranscriptAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Entries, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, ITranscriptEntry.Of);
    }

    /// <summary>Other providers' courses that are accepted as equal to a scenario, oldest first.</summary>
    [UsePaging]
    public static async Task<Connection<Equivalent>?> GetEquivalentsAsync(PagingArguments paging, TrainingRecord.TrainingRecordClient record, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListEquivalentsRequest { PageSize = slice.Size, PageToken = slice.Token, Backwards = slice.Backwards, WithTotal = slice.WithTotal };
        var page = await record.ListEquivalentsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Equivalents, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, one => new Equivalent(one));
    }
}

/// <summary>Assignments that were made or changed.</summary>
internal sealed class AssignmentChanges(IReadOnlyList<Assignment> items, string changedUntil, bool hasMore) : Changes<Assignment>(items, changedUntil, hasMore);

/// <summary>Completions that were recorded.</summary>
internal sealed class CompletionChanges(IReadOnlyList<Completion> items, string changedUntil, bool hasMore) : Changes<Completion>(items, changedUntil, hasMore);
