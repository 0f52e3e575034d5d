using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Training.Tests.Support;

#pragma warning disable EF9100 // See CompiledOnce.

namespace Training.Messaging.Tests;

public sealed class CompiledOnceTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_part_is_compiled_with_its_query_when_it_uses_nothing_of_a_run(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);

        var query = Compiled<Func<int, Func<int, int>>>(db, run => row => row + 1);

        Assert.Same(query(1), query(2));
        Assert.Equal(8, query(1)(7));
    }

    [Fact]
    public async Task A_part_is_made_anew_for_each_run_when_it_uses_something_of_the_run()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);

        var query = Compiled<Func<int, Func<int, Func<int, int>>>>(db, run => row => column => (run * 100) + (row * 10) + column);

        Assert.Equal((123, 456), (query(1)(2)(3), query(4)(5)(6)));
    }

    [Fact]
    public async Task A_part_of_a_part_and_one_with_variables_of_its_own_are_compiled_with_the_query_too()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);
        var (run, row, sum, refused) = (
            Expression.Parameter(typeof(int)), Expression.Parameter(typeof(int)), Expression.Variable(typeof(int)), Expression.Parameter(typeof(OverflowException)));
        var twice = Expression.Block([sum], Expression.Assign(sum, Expression.MultiplyChecked(row, Expression.Constant(2))), sum);
        var part = Expression.Lambda<Func<int, int>>(Expression.TryCatch(twice, Expression.Catch(refused, Expression.Property(refused, nameof(Exception.HResult)))), row);

        var query = Compiled(db, Expression.Lambda<Func<int, Func<int, int>>>(part, run));
        var ofParts = Compiled<Func<int, Func<Func<int, int>>>>(db, run => () => row => row * 3);

        Assert.Same(query(1), query(2));
        Assert.Equal((42, new OverflowException().HResult), (query(1)(21), query(1)(int.MaxValue)));
        Assert.Same(ofParts(1)(), ofParts(2)());
        Assert.Equal(63, ofParts(1)()(21));
    }

    [Fact]
    public async Task A_part_is_made_for_its_run_when_it_names_a_variable_of_the_run_that_a_part_of_it_has_as_well()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);
        var (run, row) = (Expression.Parameter(typeof(int)), Expression.Parameter(typeof(int)));
        var inner = Expression.Lambda<Func<int, int>>(Expression.Add(run, row), run);
        var outer = Expression.Lambda<Func<int, int>>(Expression.Add(Expression.Invoke(inner, Expression.Constant(1)), run), row);

        var query = Compiled(db, Expression.Lambda<Func<int, Func<int, int>>>(outer, run));

        Assert.Equal((111, 211), (query(100)(10), query(200)(10)));
    }

    [Fact]
    public async Task A_quoted_part_stays_an_expression()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);

        var query = Compiled<Func<int[], IQueryable<int>>>(db, rows => rows.AsQueryable().Where(row => row > 1));

        Assert.Equal([2, 3], query([1, 2, 3]));
    }

    private static TQuery Compiled<TQuery>(DbContext db, Expression<TQuery> query) where TQuery : Delegate =>
        ((Expression<TQuery>)Assert.IsType<CompiledOnce>(db.GetService<ILiftableConstantProcessor>()).InlineConstants(query, supportsPrecompiledQuery: false)).Compile();
}
