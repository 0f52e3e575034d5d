using HotChocolate;
using HotChocolate.Building;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>What does not make a schema is told when the application starts: where it is and what to write instead.</summary>
public sealed class SchemaErrorTests
{
    [Theory]
    [InlineData(typeof(ReturnsNothing), "ReturnsNothing.RunAsync", "return one")]
    [InlineData(typeof(ReturnsObject), "ReturnsObject.GetThing", "return a class or record of your own")]
    [InlineData(typeof(TakesObject), "TakesObject.GetThing", "take a class or record of your own")]
    [InlineData(typeof(TakesInterface), "TakesInterface.GetThing", "register it or mark the parameter with [Service]")]
    [InlineData(typeof(SameTwice), "'same'", "[GraphQLName]")]
    [InlineData(typeof(Unpaged), "Unpaged.GetRooms", "put [UsePaging] on the member")]
    [InlineData(typeof(PagesNothing), "PagesNothing.GetRoom", "return Connection<T> or a list")]
    [InlineData(typeof(PagesWithout), "parameter 'page'", "put [UsePaging] on the method")]
    [InlineData(typeof(TwoLists), "RoomsConnection", "set ConnectionName")]
    [InlineData(typeof(RequiredOneOf), "'name'", "must be nullable and without default")]
    [InlineData(typeof(Unfindable), "Lost", "mark the static method that finds one by its id with [NodeResolver]")]
    [InlineData(typeof(LonelyUnion), "Lonely", "mark the classes that implement")]
    [InlineData(typeof(TwoNames), "Room", "give one another name with [GraphQLName]")]
    [InlineData(typeof(BadName), "'no name'", "a name is of letters")]
    [InlineData(typeof(Introspecting), "'__secret'", "not with two underscores")]
    [InlineData(typeof(EmptyEnum), "Nothing", "has no values")]
    [InlineData(typeof(Truths), "'true'", "[GraphQLName]")]
    [InlineData(typeof(DeprecatedInput), "'name' of Query.thing", "Make it nullable or give it a default")]
    [InlineData(typeof(EndlessInput), "EndlessThingInput", "make that nullable")]
    public void A_wrong_class_is_told_with_its_remedy(Type query, string place, string remedy)
    {
        var problem = Assert.Throws<SchemaError>(() => TestServer.SdlOf(query));

        Assert.Contains(place, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NoSource), "NoSource.Ticks", "[Subscribe(With = nameof(…))]")]
    [InlineData(typeof(MissingSource), "MissingSource.Ticks", "no static method Nowhere")]
    [InlineData(typeof(ListSource), "ListSource.Ticks", "IAsyncEnumerable<T>")]
    [InlineData(typeof(UnknownArgument), "UnknownArgument.Ticks", "'from', which is neither a service nor a parameter of Ticks")]
    public void A_wrong_subscription_is_told_with_its_remedy(Type subscription, string place, string remedy)
    {
        var problem = Assert.Throws<SchemaError>(() => TestServer.SdlOf(subscription, typeof(NothingQueries)));

        Assert.Contains(place, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_without_a_question_is_none() =>
        Assert.Contains("[QueryType]", Assert.Throws<SchemaError>(() => TestServer.SdlOf(typeof(HireMutations))).Message, StringComparison.Ordinal);

    [QueryType]
    private static class ReturnsNothing
    {
        public static Task RunAsync() => Task.CompletedTask;
    }

    [QueryType]
    private static class ReturnsObject
    {
        public static object GetThing() => new();
    }

    [QueryType]
    private static class TakesObject
    {
        public static string GetThing(object it) => it.ToString()!;
    }

    [QueryType]
    private static class TakesInterface
    {
        public static string GetThing(IDisposable it) => it.ToString()!;
    }

    [QueryType]
    private static class SameTwice
    {
        public static int Same() => 1;

        public static int GetSame() => 2;
    }

    [QueryType]
    private static class Unpaged
    {
        public static Connection<Room> GetRooms() => throw new NotSupportedException();
    }

    [QueryType]
    private static class PagesNothing
    {
        [UsePaging]
        public static Room GetRoom() => new(1);
    }

    [QueryType]
    private static class PagesWithout
    {
        public static int GetRooms(GreenDonut.Data.PagingArguments page) => page.First ?? 0;
    }

    [QueryType]
    private static class TwoLists
    {
        [UsePaging]
        public static Room[] GetRooms() => [];

        [UsePaging(ConnectionName = "Rooms")]
        public static Circle[] GetCircles() => [];
    }

    [OneOf]
    public sealed record WrongOneOf(string Name, int? Number);

    [QueryType]
    private static class RequiredOneOf
    {
        public static string GetThing(WrongOneOf by) => by.Name;
    }

    [Node]
    public sealed record Lost(int Id);

    [QueryType]
    private static class Unfindable
    {
        public static Lost GetLost() => new(1);
    }

    [UnionType("Lonely")]
    public interface ILonely;

    [QueryType]
    private static class LonelyUnion
    {
        public static ILonely? GetLonely() => null;
    }

    [GraphQLName("Room")]
    public sealed record OtherRoom(int Id);

    [QueryType]
    private static class TwoNames
    {
        public static Room GetRoom() => new(1);

        public static OtherRoom GetOther() => new(1);
    }

    [QueryType]
    private static class BadName
    {
        [GraphQLName("no name")]
        public static int GetThing() => 1;
    }

    [QueryType]
    private static class Introspecting
    {
        public static int GetThing([GraphQLName("__secret")] int? it) => it ?? 0;
    }

    public enum Nothing;

    [QueryType]
    private static class EmptyEnum
    {
        public static Nothing? GetNothing() => null;
    }

    public enum Truth
    {
        [GraphQLName("true")]
        Yes,
    }

    [QueryType]
    private static class Truths
    {
        public static Truth GetTruth() => Truth.Yes;
    }

    [QueryType]
    private static class DeprecatedInput
    {
        public static string GetThing([GraphQLDeprecated("Why.")] string name) => name;
    }

    public sealed class EndlessThing
    {
        public required EndlessThing Inner { get; init; }
    }

    [QueryType]
    private static class EndlessInput
    {
        public static bool GetThing(EndlessThing it) => it is not null;
    }

    [SubscriptionType]
    private static class NoSource
    {
        public static int Ticks([EventMessage] int tick) => tick;
    }

    [SubscriptionType]
    private static class MissingSource
    {
        [Subscribe(With = "Nowhere")]
        public static int Ticks([EventMessage] int tick) => tick;
    }

    [SubscriptionType]
    private static class ListSource
    {
        [Subscribe(With = nameof(List))]
        public static int Ticks([EventMessage] int tick) => tick;

        public static List<int> List() => [];
    }

    [SubscriptionType]
    private static class UnknownArgument
    {
        [Subscribe(With = nameof(Count))]
        public static int Ticks([EventMessage] int tick) => tick;

        public static async IAsyncEnumerable<int> Count(int from)
        {
            await Task.Yield();
            yield return from;
        }
    }
}
