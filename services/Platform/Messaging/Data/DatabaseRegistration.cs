using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>Marks the derived context that holds one provider's migrations.</summary>
/// <param name="kind">The provider.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MigrationsForAttribute(DatabaseKind kind) : Attribute
{
    /// <summary>The provider.</summary>
    public DatabaseKind Kind { get; } = kind;
}

/// <summary>Gives a service its database.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Registers the service's context on the chosen database, and with it everything that lives there: outbox and relay, inbox, dead letters,
    /// audit and its sealer, idempotent commands. Use <see cref="MessagingModule.MapMessaging"/> with it.
    /// </summary>
    /// <typeparam name="TDb">The service's abstract context; its assembly holds one derived context per provider, marked with <see cref="MigrationsForAttribute"/>.</typeparam>
    /// <param name="builder">The service.</param>
    /// <param name="name">The database's name: <c>ConnectionStrings:{name}</c>, else <c>{name}.db</c> in the data folder.</param>
    public static void AddDatabase<TDb>(this WebApplicationBuilder builder, string name) where TDb : ServiceDb
    {
        var services = builder.Services;
        services.AddSingleton(provider => DatabaseChoice.From(builder.Configuration, name, DataFolder(provider)));
        services.AddSingleton(provider => new SqliteWriterGate(provider.GetRequiredService<DatabaseChoice>().Kind));
        services.AddSingleton(provider => ContextFactory.For<TDb>(provider.GetRequiredService<DatabaseChoice>()));
        services.AddScoped(provider => new DbScope(
            provider.GetRequiredService<CurrentCall>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<DatabaseChoice>(),
            provider.GetRequiredService<SqliteWriterGate>(), provider.GetRequiredService<OutboxSignal>(), provider.GetRequiredService<AuditSignal>()));
        services.AddScoped<ContextLease>();
        services.AddScoped(provider => (TDb)provider.GetRequiredService<ContextLease>().Context);
        services.AddScoped<ServiceDb>(provider => provider.GetRequiredService<TDb>());
        services.AddScoped<DatabaseMigrator>();
        builder.AddMessaging();
    }

    private static string DataFolder(IServiceProvider provider)
    {
        var folder = Path.Combine(
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath, provider.GetRequiredService<IOptions<HostingOptions>>().Value.DataFolder);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
