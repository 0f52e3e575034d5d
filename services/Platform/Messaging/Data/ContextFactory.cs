using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Training.Messaging;

/// <summary>Lends the chosen provider's context to a scope: its options are built once, and contexts are pooled.</summary>
internal abstract class ContextFactory : IDisposable
{
    public abstract ServiceDb Create(DbScope scope);

    public abstract void Dispose();

    public static ContextFactory For<TDb>(DatabaseChoice choice)
    {
        var context = typeof(TDb).Assembly.GetTypes().SingleOrDefault(type =>
                type.IsSubclassOf(typeof(TDb)) && type.GetCustomAttribute<MigrationsForAttribute>()?.Kind == choice.Kind)
            ?? throw new InvalidOperationException(
                $"{typeof(TDb).Name} has no derived context for {choice.Kind}: add one marked [MigrationsFor(DatabaseKind.{choice.Kind})].");
        return (ContextFactory)Activator.CreateInstance(typeof(Of<>).MakeGenericType(context), choice)!;
    }

    // Statements that come again and again are planned once per connection, unless the connection string says otherwise (as it must behind a
    // pooler that shares connections between transactions). Nothing of ours outlives its transaction in a session, so that nothing is reset.
    private static string Tuned(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare"))
            (tuned.MaxAutoPrepare, tuned.AutoPrepareMinUsages) = (100, 2);
        if (!given.ContainsKey("No Reset On Close") && !given.ContainsKey("NoResetOnClose"))
            tuned.NoResetOnClose = true;
        return tuned.ConnectionString;
    }

    private sealed class Of<TContext> : ContextFactory where TContext : ServiceDb
    {
        private readonly SqliteConnections? _connections;
        private readonly PooledDbContextFactory<TContext> _pool;

        public Of(DatabaseChoice choice)
        {
            _connections = choice.Kind == DatabaseKind.Sqlite ? new SqliteConnections(choice.ConnectionString) : null;
            _pool = new PooledDbContextFactory<TContext>(Options(choice, _connections));
        }

        public override ServiceDb Create(DbScope scope)
        {
            var db = _pool.CreateDbContext();
            db.Serve(scope);
            return db;
        }

        public override void Dispose() => _connections?.Dispose();

        private static DbContextOptions<TContext> Options(DatabaseChoice choice, SqliteConnections? connections)
        {
            var options = new DbContextOptionsBuilder<TContext>();
            if (connections is null)
                options.UseNpgsql(Tuned(choice.ConnectionString)).ReplaceService<IModificationCommandBatchFactory, InsertBatchFactory>();
            else
                options.UseSqlite(choice.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(connections);
#pragma warning disable EF9100 // See CompiledOnce.
            options.ReplaceService<ILiftableConstantProcessor, CompiledOnce>();
#pragma warning restore EF9100
            return options.AddInterceptors(new StrayStatements()).Options;
        }
    }
}
