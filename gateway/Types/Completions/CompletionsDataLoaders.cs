using GreenDonut;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

internal sealed class AssignmentById(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Assignment>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Assignment>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await assignments.BatchGetAssignmentsAsync(new V1.BatchGetAssignmentsRequest { AssignmentIds = { ids }, WithoutItems = true }, cancellationToken: cancellationToken))
            .Assignments.Select(assignment => KeyValuePair.Create(assignment.Id, new Assignment(assignment))));
}

internal sealed class ItemsOfAssignment(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, IReadOnlyList<AssignmentItem>>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, IReadOnlyList<AssignmentItem>>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await assignments.BatchGetAssignmentsAsync(new V1.BatchGetAssignmentsRequest { AssignmentIds = { ids } }, cancellationToken: cancellationToken))
            .Assignments.Select(assignment => KeyValuePair.Create(assignment.Id, new Assignment(assignment).ItemsRead)));
}

internal sealed class CompletionById(V1.TrainingRecord.TrainingRecordClient record, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Completion>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Completion>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await record.BatchGetCompletionsAsync(new V1.BatchGetCompletionsRequest { CompletionIds = { ids } }, cancellationToken: cancellationToken))
            .Completions.Select(completion => KeyValuePair.Create(completion.Id, new Completion(completion))));
}

internal sealed class ProgressOfCampaign(V1.Assignments.AssignmentsClient assignments, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, CampaignProgress>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, CampaignProgress>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await assignments.BatchGetCampaignProgressAsync(new V1.BatchGetCampaignProgressRequest { CampaignIds = { ids } }, cancellationToken: cancellationToken))
            .Progress.Select(progress => KeyValuePair.Create(progress.CampaignId, new CampaignProgress(progress))));
}
