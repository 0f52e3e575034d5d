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
        static Task<int> Count<T>(IQueryable<T> rows) where T : class => rows.IgnoreQueryFilters().CountAsync();
        return new Stored(
            await Count(db.Members), await Count(db.History), await Count(db.Imports), await Count(db.Rejects),
            await db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM outbox").SingleAsync(),
            await db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM audit").SingleAsync());
    }
}
