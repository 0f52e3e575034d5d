using GreenDonut;
using HotChocolate.Types.Pagination;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>The assignments of members or of campaigns.</summary>
internal abstract class AssignmentsLoader(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<(V1.AssignmentFilter? Filter, AssignmentOrder Order), Assignment>(scheduler, options)
{
    protected abstract void Name(string[] of, V1.BatchListAssignmentsRequest request);

    protected sealed override async Task<IEnumerable<(string Of, Connection<Assignment> Page)>> ListAsync(
        string[] of, Slice slice, (V1.AssignmentFilter? Filter, AssignmentOrder Order) filter, CancellationToken ct)
    {
        var request = new V1.BatchListAssignmentsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter.Filter,
            Order = (V1.AssignmentOrder)filter.Order,
            WithoutItems = true,
        };
        Name(of, request);
        return (await assignments.BatchListAssignmentsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Assignments, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, one => new Assignment(one))));
    }
}

internal sealed class AssignmentsOfMember(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : AssignmentsLoader(assignments, scheduler, options)
{
    protected override void Name(string[] of, V1.BatchListAssignmentsRequest request) => request.MemberIds.AddRange(of);
}

internal sealed class AssignmentsOfCampaign(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : AssignmentsLoader(assignments, scheduler, options)
{
    protected override void Name(string[] of, V1.BatchListAssignmentsRequest request) => request.CampaignIds.AddRange(of);
}

/// <summary>The completions of members or of campaigns.</summary>
internal abstract class CompletionsLoader(V1.TrainingRecord.TrainingRecordClient record, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<V1.CompletionFilter?, Completion>(scheduler, options)
{
    protected abstract void Name(string[] of, V1.BatchListCompletionsRequest request);

    protected sealed override async Task<IEnumerable<(string Of, Connection<Completion> Page)>> ListAsync(
        string[] of, Slice slice, V1.CompletionFilter? filter, CancellationToken ct)
    {
        var request = new V1.BatchListCompletionsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter,
        };
        Name(of, request);
        return (await record.BatchListCompletionsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Completions, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, one => new Completion(one))));
    }
}

internal sealed class CompletionsOfMember(V1.TrainingRecord.TrainingRecordClient record, IBatchScheduler scheduler, DataLoaderOptions options)
    : CompletionsLoader(record, scheduler, options)
{
    protected override void Name(string[] of, V1.BatchListCompletionsRequest request) => request.MemberIds.AddRange(of);
}

internal sealed class CompletionsOfCampaign(V1.TrainingRecord.TrainingRecordClient record, IBatchScheduler scheduler, DataLoaderOptions options)
    : CompletionsLoader(record, scheduler, options)
{
    protected override void Name(string[] of, V1.BatchListCompletionsRequest request) => request.CampaignIds.AddRange(of);
}

internal sealed class TranscriptOfMember(V1.TrainingRecord.TrainingRecordClient record, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<ValueTuple, ITranscriptEntry>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<ITranscriptEntry> Page)>> ListAsync(string[] of, Slice slice, ValueTuple filter, CancellationToken ct)
    {
        var request = new V1.BatchListTranscriptsRequest { MemberIds = { of }, PageSize = slice.Size, PageToken = slice.Token, WithTotal = slice.WithTotal };
        return (await record.BatchListTranscriptsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Entries, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, ITranscriptEntry.Of)));
    }
}

internal sealed class AttemptsOfAssignment(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<ValueTuple, Attempt>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<Attempt> Page)>> ListAsync(string[] of, Slice slice, ValueTuple filter, CancellationToken ct)
    {
        var request = new V1.BatchListAttemptsRequest
        {
            AssignmentIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
        };
        return (await assignments.BatchListAttemptsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Attempts, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, one => new Attempt(one))));
    }
}
