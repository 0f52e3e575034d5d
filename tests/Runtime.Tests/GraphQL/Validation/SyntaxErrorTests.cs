using HotChocolate.Language;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Mistakes that random documents seldom have; each place is graphql-js's.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("directive @a on FI | FIELD", 16)]
    [InlineData("directive @a on FI'ELD", 18)]
    [InlineData("schema { que: Root }", 9)]
    [InlineData("schema { que%ry: Root }", 12)]
    [InlineData("query($a: Int = $b) { c }", 16)]
    [InlineData("query($a: Int = $%) { c }", 17)]
    public void Parse_judges_a_word_after_it_has_read_the_token_behind_it(string text, int position) =>
        Assert.Equal(position, PlaceIn(text));

    [Theory]
    [InlineData("\\u{1F600\0}")]
    [InlineData("\\u{1F600\0\0}")]
    [InlineData("\\u00e\0")]
    [InlineData("\\u{ 41}")]
    [InlineData("\\u{41 }")]
    [InlineData("\\u{-1}")]
    [InlineData("\\u{+1}")]
    public void Parse_takes_nothing_but_digits_for_a_code_point(string escape) => Assert.Equal(8, PlaceIn($"{{ a(b: \"{escape}\") }}"));

    private static int PlaceIn(string text) => Assert.Throws<SyntaxError>(() => Parser.Parse(text, ParserLimits.Default)).Position;
}
