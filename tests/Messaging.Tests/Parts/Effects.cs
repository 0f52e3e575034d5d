using Training.Reference;

namespace Training.Messaging.Tests;

/// <summary>What commands have left in the database.</summary>
internal sealed record Effects(int Suggestions, int Events, int AuditEntries, int Answers)
{
    public static readonly Effects None = new(0, 0, 0, 0);

    /// <summary>So many successful calls of Suggest.</summary>
    public static Effects OfSuggesting(int times) => new(times, times, times, times);

    public static async Task<Effects> InAsync(RunningService service) => new(
        (await service.RowsAsync<Suggestion>()).Count,
        (await service.RowsAsync<OutboxRow>()).Count,
        (await service.RowsAsync<AuditRow>()).Count,
        (await service.RowsAsync<CommandRow>()).Count);
}
