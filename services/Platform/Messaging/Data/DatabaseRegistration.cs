using System.Data.Common;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
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
        services.AddScoped(provider => (TDb)provider.GetRequiredService<ContextFactory>().Create(provider.GetRequiredService<DbScope>()));
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

/// <summary>Makes the chosen provider's context; its options are built once.</summary>
internal sealed class ContextFactory(Type context, DbContextOptions options)
{
    private readonly ObjectFactory _create = ActivatorUtilities.CreateFactory(context, [typeof(DbContextOptions), typeof(DbScope)]);

    public ServiceDb Create(DbScope scope) => (ServiceDb)_create(NoServices.Instance, [options, scope]);

    public static ContextFactory For<TDb>(DatabaseChoice choice)
    {
        var context = typeof(TDb).Assembly.GetTypes().SingleOrDefault(type =>
                type.IsSubclassOf(typeof(TDb)) && type.GetCustomAttribute<MigrationsForAttribute>()?.Kind == choice.Kind)
            ?? throw new InvalidOperationException(
                $"{typeof(TDb).Name} has no derived context for {choice.Kind}: add one marked [MigrationsFor(DatabaseKind.{choice.Kind})].");
        var options = new DbContextOptionsBuilder();
        if (choice.Kind == DatabaseKind.Postgres)
            options.UseNpgsql(Prepared(choice.ConnectionString));
        else
            options.UseSqlite(choice.ConnectionString).AddInterceptors(new SqliteSession());
        options.AddInterceptors(new StrayStatements());
        return new ContextFactory(context, options.Options);
    }

    // Statements that come again and again are planned once per connection, unless the connection string says otherwise (as it must behind a
    // pooler that shares connections between transactions).
    private static string Prepared(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return given.ContainsKey("Max Auto Prepare") || given.ContainsKey("MaxAutoPrepare")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
