using System.Collections.Concurrent;
using GreenDonut;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

public sealed class DataLoaderTests
{
    private const string Sdl = """
        type Query { people: [Person!]! person(id: Int!): Person }
        type Mutation { rename: Person! }
        type Person { id: Int! name: String friend: Person friends: [Person!]! nameOfFriend: String }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Each_level_is_one_call_whatever_the_number_of_parents(int parents)
    {
        var calls = new Calls();
        var answer = await Executor(parents).AskAsync("{ people { friend { friends { name friend { name } } } name } }", context: calls.Context);
        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);
        // Four levels: the people's names and friends; those friends' friends; names and friends of these; names of those.
        Assert.Equal(["friends", "names", "names", "names", "people", "people"], calls.Made.Select(call => call.Loader).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keys_that_were_loaded_are_not_loaded_again_within_a_request_and_are_in_the_next()
    {
        var calls = new Calls();
        var executor = Executor(3);
        await executor.AskAsync("{ a: person(id: 1) { id } b: person(id: 1) { id friend { friend { friend { friend { id } } } } } }", context: calls.Context);
        Assert.All(calls.Made.SelectMany(call => call.Keys).GroupBy(key => key), key => Assert.Single(key));
        await executor.AskAsync("{ person(id: 1) { id } }", context: calls.Context);
        Assert.Equal(2, calls.Made.SelectMany(call => call.Keys).Count(key => key == 1));
    }

    [Fact]
    public async Task Resolvers_that_load_twice_make_two_calls_together()
    {
        var calls = new Calls();
        // As under Kestrel, without a synchronisation context: those who wait for a batch go on before the next one is looked for.
        var answer = await Task.Run(() => Executor(20).AskAsync("{ people { nameOfFriend } }", context: calls.Context));
        Assert.Contains("\"nameOfFriend\":\"name 1\"", answer, StringComparison.Ordinal);
        Assert.Equal(["people", "people", "names"], calls.Made.Select(call => call.Loader));
    }

    [Fact]
    public async Task A_batch_that_fails_is_an_error_at_each_field_that_asked_for_it()
    {
        var calls = new Calls { Fails = "names" };
        var answer = await Executor(2).AskAsync("{ people { name } }", context: calls.Context);
        Assert.Contains("\"path\":[\"people\",0,\"name\"]", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"people\",1,\"name\"]", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"people\":[{\"name\":null},{\"name\":null}]}}", answer, StringComparison.Ordinal);
        Assert.Single(calls.Made, call => call.Loader == "names");
    }

    [Fact]
    public async Task A_mutations_next_field_loads_anew_what_may_have_changed()
    {
        var calls = new Calls();
        await Executor(3).AskAsync("mutation { a: rename { name } b: rename { name } }", context: calls.Context);
        Assert.Equal(2, calls.Made.Count(call => call.Loader == "names"));
    }

    [Fact]
    public async Task A_missing_value_is_null_or_an_error_where_it_is_required()
    {
        var answer = await Executor(1).AskAsync("{ person(id: 999) { id } }", context: new Calls().Context);
        Assert.Equal("""{"data":{"person":null}}""", answer);
        var loader = new NamesLoader(new Calls(), new AtOnce(), new DataLoaderOptions());
        await Assert.ThrowsAsync<KeyNotFoundException>(() => loader.LoadRequiredAsync(999));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => loader.LoadRequiredAsync([1, 999]));
        Assert.Equal(["name 1", "name 2"], await loader.LoadRequiredAsync([1, 2]));
    }

    [Fact]
    public async Task A_batch_has_at_most_as_many_keys_as_the_options_say()
    {
        var calls = new Calls();
        var loader = new PeopleLoader(calls, new AtOnce(), new DataLoaderOptions { MaxBatchSize = 2 });
        await loader.LoadAsync([1, 2, 3, 4, 5]);
        Assert.All(calls.Made, call => Assert.InRange(call.Keys.Count, 1, 2));
        Assert.Equal([1, 2, 3, 4, 5], calls.Made.SelectMany(call => call.Keys).Order());
    }

    private static RequestExecutor Executor(int people) => Asked.Executor(
        Sdl,
        ("Query.people", Asked.Method(_ => Enumerable.Range(0, people).Cast<object>().ToArray())),
        ("Query.person", Asked.Async(async context => Found(await Loader<PeopleLoader>(context).LoadAsync((int)context.Argument(0)!)))),
        ("Mutation.rename", Asked.Method(_ => 1)),
        ("Person.id", Asked.Method(context => context.Parent)),
        ("Person.name", Asked.Async(async context => await Loader<NamesLoader>(context).LoadAsync((int)context.Parent!))),
        ("Person.friend", Asked.Async(async context => Found(await Loader<PeopleLoader>(context).LoadAsync((int)context.Parent! + 1)))),
        ("Person.friends", Asked.Async(async context => await Loader<FriendsLoader>(context).LoadAsync((int)context.Parent!))),
        ("Person.nameOfFriend", Asked.Async(async context =>
        {
            var (one, two) = (Loader<PeopleLoader>(context).LoadAsync((int)context.Parent! + 1), Loader<PeopleLoader>(context).LoadAsync((int)context.Parent! + 500));
            await Task.WhenAll(one, two);
            await Loader<PeopleLoader>(context).LoadAsync((int)context.Parent! + 300);
            return await Loader<NamesLoader>(context).LoadAsync(await one);
        })));

    private static T Loader<T>(ResolverContext context) => (T)context.Loader(typeof(T));

    private static object? Found(int id) => id == 0 ? null : id;

    internal sealed class Calls
    {
        public Calls() => Context = Asked.Context(new ServiceCollection().AddSingleton(this).BuildServiceProvider());

        public RequestContext Context { get; }

        public string? Fails { get; init; }

        public ConcurrentQueue<(string Loader, IReadOnlyList<int> Keys)> Made { get; } = [];

        public async Task MakeAsync(string loader, IReadOnlyList<int> keys)
        {
            Made.Enqueue((loader, [.. keys]));
            await Task.Yield();
            if (loader == Fails)
                throw new InvalidOperationException("The batch fails.");
        }
    }

    internal sealed class PeopleLoader(Calls calls, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, int>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await calls.MakeAsync("people", keys);
            return keys.Where(key => key != 999).ToDictionary(key => key);
        }
    }

    internal sealed class NamesLoader(Calls calls, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, string>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await calls.MakeAsync("names", keys);
            return keys.Where(key => key != 999).ToDictionary(key => key, key => $"name {key}");
        }
    }

    internal sealed class FriendsLoader(Calls calls, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, object[]>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, object[]>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await calls.MakeAsync("friends", keys);
            return keys.ToDictionary(key => key, key => new object[] { key, key + 1000 });
        }
    }

    /// <summary>Sends each batch out when the loader has let go of it.</summary>
    private sealed class AtOnce : IBatchScheduler
    {
        CancellationToken IBatchScheduler.Cancelled => CancellationToken.None;

        void IBatchScheduler.Schedule(Batch batch) => Task.Run(batch.LoadAsync);

        void IBatchScheduler.Wait()
        {
        }
    }
}
