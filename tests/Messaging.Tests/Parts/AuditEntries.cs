using Training.Hosting;

namespace Training.Messaging.Tests;

/// <summary>Audit entries without the commands that would leave them.</summary>
internal static class AuditEntries
{
    public static AuditRow New(OrganisationId organisation, int number = 0)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new AuditRow
        {
            Organisation = organisation,
            Id = Guid.CreateVersion7(now),
            At = now.ToMicroseconds(),
            Member = new MemberId(People.IdOf("Erin")),
            Account = "Erin",
            Action = "test",
            Subject = $"Thing/{number}",
            Why = "because",
            Before = [1, 2, 3],
            After = [4, 5, 6],
        };
    }

    public static async Task<int> UnsealedAsync(this RunningService service) =>
        (await service.RowsAsync<AuditRow>()).Count(entry => entry.Sequence is null);
}
