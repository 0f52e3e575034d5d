using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Messaging;

/// <summary>
/// A query that EF Core compiles once for each model, not with each call: one of its own compiled queries serves one model only, and a process can have a service on
/// either database.
/// </summary>
/// <param name="compile">Compiles it, e.g. by <c>EF.CompileAsyncQuery</c>.</param>
/// <typeparam name="TQuery">The compiled query's delegate.</typeparam>
public sealed class CompiledFor<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _queries = [];

    /// <summary>The query for this context's model.</summary>
    /// <param name="db">The context that it will be given.</param>
    public TQuery In(DbContext db) => _queries.GetValue(db.Model, _ => compile());
}
