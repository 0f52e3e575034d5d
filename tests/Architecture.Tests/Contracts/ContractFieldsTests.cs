using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.Contracts;

public sealed class ContractFieldsTests
{
    private static readonly Snapshot Committed = new("contracts/fields.txt", "make contracts-snapshot");

    [Fact]
    public void Contracts_only_grow()
    {
        var actual = ContractFields.Of(ContractFiles.Ours);
        var committed = Committed.Read();
        if (Snapshot.ShouldWrite && !committed.Except(actual).Any())
            Committed.Write(committed = actual);

        ContractFields.Check(committed, actual).AssertHolds();
    }

    [Fact]
    public void A_line_says_all_that_versions_must_agree_on() =>
        Assert.Contains("training.curricula.v1.CurriculumPublished.version = 1 int32 json:version", ContractFields.Of([SampleProto.File("training/curricula/v1/events.proto")]));

    [Theory]
    [InlineData("m.a = 1 int32 json:a", "m.a = 2 int32 json:a")]
    [InlineData("m.a = 1 int32 json:a", "m.a = 1 int64 json:a")]
    [InlineData("m.a = 1 int32 json:a", "m.b = 1 int32 json:b")]
    public void A_field_that_was_renumbered_retyped_or_renamed_is_found(string before, string after) =>
        ContractFields.Check([before], [after]).AssertFinds($"'{before}' is gone", $"'{after}' is new");

    [Fact]
    public void A_deleted_field_is_found() => ContractFields.Check(["m.a = 1", "m.b = 2"], ["m.a = 1"]).AssertFinds("'m.b = 2' is gone");

    [Fact]
    public void A_new_field_is_found_until_it_is_committed() => ContractFields.Check(["m.a = 1"], ["m.a = 1", "m.b = 2"]).AssertFinds("'m.b = 2' is new");
}
