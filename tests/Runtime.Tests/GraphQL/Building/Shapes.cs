using HotChocolate;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>Has a name.</summary>
[InterfaceType("Named")]
public interface INamed
{
    /// <summary>The name.</summary>
    string Name { get; }
}

[UnionType("Shape")]
public interface IShape;

[ObjectType]
public sealed record Circle(string Name, double Radius) : INamed, IShape;

[ObjectType("Box")]
public sealed record Rectangle(string Name, int Width, int Height) : IShape, INamed
{
    public int Area(int times = 1) => Width * Height * times;

    public int Doubled() => Width * 2;
}

public abstract class Base
{
    public int First => 1;

    public virtual string Second => "base";
}

[GraphQLName("Descendant")]
public sealed class Derived : Base
{
    public override string Second => "derived";

    public int? Third => null;

    [GraphQLName("last")]
    [GraphQLDescription("It comes last.")]
    public uint Fourth => uint.MaxValue;
}

[ObjectType<Derived>]
public static partial class DerivedNode
{
    [BindMember(nameof(Derived.Third))]
    public static string GetAnything([Parent] Derived derived) => derived.Second + "!";

    public static int GetFirst([Parent] Base derived) => derived.First + 10;
}

[QueryType]
public static partial class ShapeQueries
{
    public static IEnumerable<IShape> GetShapes() => [new Circle("c", 1.5), new Rectangle("r", 2, 3)];

    public static INamed? GetNamed(bool? round) => round switch { true => new Circle("c", 1), false => new Rectangle("r", 1, 1), null => null };

    public static Derived GetDerived() => new();

    public static async IAsyncEnumerable<int> GetNumbersAsync(int to)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    [Cost(7)]
    [ListSize(AssumedSize = 9, SlicingArguments = ["count"], SizedFields = ["items"])]
    public static async Task<List<List<string?>?>> GetGridAsync(int? count) => await Task.FromResult<List<List<string?>?>>([["a", null], null, [$"{count}"]]);
}
