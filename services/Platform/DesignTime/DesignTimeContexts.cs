using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Messaging;

namespace Training.DesignTime;

/// <summary>How to make a service's contexts without a database: the model is all that a migration needs.</summary>
internal static class DesignTimeContexts
{
    public static void AddContextsOf(this IServiceCollection services, Assembly service)
    {
        foreach (var context in service.GetTypes().Where(type => type.IsSubclassOf(typeof(ServiceDb))))
        {
            if (context.GetCustomAttribute<MigrationsForAttribute>() is { Kind: var kind })
                services.AddScoped(context, _ => Activator.CreateInstance(context, Options(kind))!);
        }
    }

    private static DbContextOptions Options(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options,
        DatabaseKind.Postgres => new DbContextOptionsBuilder().UseNpgsql("Host=localhost").Options,
    };
}
