using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Workforce.Tests;

/// <summary>How many rows there are of everything that an import may write.</summary>
internal sealed record Stored(int Members, int History, int Imports, int Rejects, int Events, int AuditEntries)
{
    public static async Task<Stored> InAsync(ServiceUnderTest service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkforceDb>();
        async Task<int> Count(string table) => await db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM {table}").SingleAsync();
        return new Stored(
            await Count("members"), await Count("member_history"), await Count("roster_imports"), await Count("roster_rejects"), await Count("outbox"), await Count("audit"));
    }
}
