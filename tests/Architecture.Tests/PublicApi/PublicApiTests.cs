using System.Reflection;
using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.PublicApi;

/// <summary>A stand-in offers what its PublicApi.txt lists, so that a member of our own cannot slip into an official namespace.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> StandIns =>
        [.. House.Projects.Select(project => project.Path.Split('/')).Where(path => path[0] == "runtime").Select(path => path[1])];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Every_public_member_is_listed(string standIn)
    {
        var snapshot = SnapshotOf(standIn);
        var actual = PublicApi.Of(Assembly.Load($"Training.Runtime.{standIn}"));
        if (Snapshot.ShouldWrite && actual.Count > 0)
            snapshot.Write(actual);

        Assert.Empty(snapshot.Compare(snapshot.Read(), actual).Findings);
    }

    [Fact]
    public void Every_stand_in_is_looked_at() =>
        Assert.True(StandIns.Count >= 7, "runtime/ holds fewer stand-ins than the table in Directory.Build.targets: has a folder moved?");

    [Fact]
    public void A_member_that_is_not_listed_is_found() =>
        SnapshotOf("X").Compare(["A.B"], ["A.B", "A.Convenience"]).AssertFinds("lacks 'A.Convenience'");

    [Fact]
    public void A_listed_member_that_is_gone_is_found() =>
        SnapshotOf("X").Compare(["A.B", "A.C"], ["A.B"]).AssertFinds("lists 'A.C', which is gone");

    [Fact]
    public void A_type_is_written_with_everything_that_it_offers() =>
        Assert.Equal(
            [
                "Training.Architecture.Tests.PublicApi.Sample<T> [abstract class]",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Answer: int = 42",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Changed: EventHandler<T> [event]",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Find<TKey>(TKey key, out T found, params string[] more): bool [static]",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Limit: int? { get; init; }",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Name: string { get; }",
                "Training.Architecture.Tests.PublicApi.Sample<T>.Run(Task<List<T>> work, int times = 3): void [protected, abstract]",
                "Training.Architecture.Tests.PublicApi.Sample<T>.new(string name)",
            ],
            PublicApi.Of([typeof(Sample<>)]));

    private static Snapshot SnapshotOf(string standIn) => new($"runtime/{standIn}/PublicApi.txt", "make public-api");
}
