using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Training.Hosting;
using Training.Reference;

namespace Training.Messaging.Tests;

/// <summary>Looks into a running service's database, past every filter, or acts in it as its own code would.</summary>
internal static class Scopes
{
    public static Task<List<T>> RowsAsync<T>(this RunningService service) where T : class =>
        service.InScopeAsync(null, db => db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync());

    public static Task SaveAsync(this RunningService service, OrganisationId organisation, params object[] rows) =>
        service.InScopeAsync(organisation, db =>
        {
            db.AddRange(rows);
            return db.SaveChangesAsync();
        });

    public static Task<int> SqlAsync(this RunningService service, string sql) =>
        service.InScopeAsync(null, db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>A scope that serves this organisation's "Tester", or nobody.</summary>
    public static async Task<T> InScopeAsync<T>(this RunningService service, OrganisationId? organisation, Func<ReferenceDb, Task<T>> act)
    {
        await using var scope = service.Services.CreateAsyncScope();
        if (organisation is { } served)
            scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(
                new Caller(served, new MemberId(People.IdOf("Tester")), "Tester", new HashSet<Role>()), "test");
        return await act(scope.ServiceProvider.GetRequiredService<ReferenceDb>());
    }
}
