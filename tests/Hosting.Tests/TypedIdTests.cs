using Xunit;

namespace Training.Hosting.Tests;

public sealed class TypedIdTests
{
    [Fact]
    public void New_ids_sort_by_time()
    {
        var clock = new MovableClock();
        var earlier = MemberId.New(clock);
        clock.Now += TimeSpan.FromMilliseconds(1);

        Assert.True(string.CompareOrdinal(earlier.ToString(), MemberId.New(clock).ToString()) < 0);
        Assert.Equal(7, earlier.Value.Version);
    }

    [Fact]
    public void Parse_reads_what_ToString_wrote_in_either_case()
    {
        var id = OrganisationId.New(TimeProvider.System);

        Assert.Equal(id, OrganisationId.Parse("organisation_id", id.ToString()));
        Assert.Equal(id, OrganisationId.Parse("organisation_id", id.ToString().ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("0199f1c27a3b7c4d8e5f0123456789ab")]
    [InlineData("{0199f1c2-7a3b-7c4d-8e5f-0123456789ab}")]
    [InlineData("0199f1c2-7a3b-7c4d-8e5f-0123456789ab ")]
    [InlineData("0199f1c2-7a3b-7c4d-8e5f-0123456789ag")]
    public void Parse_names_the_field_and_keeps_the_text_to_itself_when_it_is_no_id(string text)
    {
        var error = Assert.Throws<IdNotReadable>(() => MemberId.Parse("member_id", text));

        Assert.Equal(ErrorKind.Invalid, error.Kind);
        Assert.Equal("member_id", error.Field);
        Assert.Equal("ID_NOT_READABLE", error.Code);
        Assert.StartsWith("'member_id' is not an id. Send the id exactly as it was handed out", error.Message);
    }

    [Theory]
    [InlineData("CurriculumNotFound", "CURRICULUM_NOT_FOUND")]
    [InlineData("PHIExposure", "PHI_EXPOSURE")]
    [InlineData("NeedsTwoKeysIn30Days", "NEEDS_TWO_KEYS_IN30_DAYS")]
    [InlineData("Late", "LATE")]
    public void Code_of_an_error_is_its_types_name(string type, string code) => Assert.Equal(code, SnakeCase.Upper(type));
}
