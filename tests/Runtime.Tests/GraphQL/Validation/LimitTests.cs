using System.Diagnostics;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Documents that are short and would cost much.</summary>
public sealed class LimitTests
{
    private static readonly Schema Wards = SdlSchema.Read(File.ReadAllText(Schemas.Wards));
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public void Parse_refuses_what_is_nested_too_deep()
    {
        var error = Refused($"{string.Concat(Enumerable.Repeat("{a", 300))}{new string('}', 300)}");

        Assert.Equal("The document is nested more than 200 levels deep. Flatten it.", error.Message);
    }

    [Fact]
    public void Parse_refuses_lists_and_types_that_are_nested_too_deep()
    {
        Assert.Contains("200 levels", Refused($"{{ a(b: {new string('[', 10_000)}) }}").Message, StringComparison.Ordinal);
        Assert.Contains("200 levels", Refused($"query(${"a"}: {new string('[', 10_000)}Int) {{ a }}").Message, StringComparison.Ordinal);
        Assert.Contains("200 levels", Refused($"{{ a(b: {string.Concat(Enumerable.Repeat("{c:", 10_000))}) }}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_refuses_more_fields_than_allowed_and_says_where() =>
        Assert.Equal(2 + (2048 * 2), Refused($"{{ {string.Concat(Enumerable.Repeat("a ", 3000))} }}").Position);

    [Fact]
    public void Parse_refuses_more_tokens_than_allowed() =>
        Assert.Contains("20000 tokens", Refused($"{{ a(b: [{string.Concat(Enumerable.Repeat("1 ", 30_000))}]) }}").Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_refuses_more_directives_at_one_place_than_allowed() =>
        Assert.Contains("More than 4 directives", Refused("{ a @b @b @b @b @b }").Message, StringComparison.Ordinal);

    [Fact]
    public void Validate_refuses_fragments_that_double_what_they_spread()
    {
        var fragments = Enumerable.Range(0, 60).Select(i => $"fragment f{i} on Nurse {{ a: colleague {{ ...f{i + 1} }} b: colleague {{ ...f{i + 1} }} }}");
        var text = $"{{ nurse {{ ...f0 }} }} {string.Join(' ', fragments)} fragment f60 on Nurse {{ name }}";

        Assert.Equal("The document spreads fragments more than 1000 times. Spread fewer fragments inside of fragments.", Only(text).Message);
    }

    [Fact]
    public void Validate_refuses_depth_that_only_fragments_make()
    {
        var fragments = Enumerable.Range(0, 150).Select(i => $"fragment f{i} on Nurse {{ colleague {{ ...f{i + 1} }} }}");
        var text = $"{{ nurse {{ ...f0 }} }} {string.Join(' ', fragments)} fragment f150 on Nurse {{ name }}";

        Assert.Equal("The operation nests fields more than 100 levels deep. Ask for less at once.", Only(text).Message);
    }

    [Fact]
    public void Validate_gives_up_comparing_when_too_many_fields_share_a_name()
    {
        var text = $"{{ nurse {{ {string.Join(' ', Enumerable.Repeat("name", 2000))} }} }}";

        Assert.Contains("100000 comparisons", Only(text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_refuses_many_operations_that_share_a_fragment_full_of_variables()
    {
        var operations = Enumerable.Range(0, 500).Select(i => $"query q{i}({"$b"}: Boolean) {{ ...f }}");
        var text = $"{string.Join(' ', operations)} fragment f on Query {{ arguments {{ list(value: [{string.Concat(Enumerable.Repeat("$b ", 4000))}]) }} }}";

        Assert.Contains("use variables more than 50000 times", Only(text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_gives_up_comparing_when_many_arguments_are_compared_again_and_again()
    {
        var arguments = string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i}:1 "));
        var text = $"{{ nurse {{ {string.Concat(Enumerable.Repeat($"isTrained({arguments}) ", 120))} }} }}";
        var errors = Validator.Errors(Wards, Parser.Parse(text, ParserLimits.Default), ValidationLimits.Default with { Errors = int.MaxValue });

        Assert.Single(errors, error => error.Rule == Rule.Limits);
    }

    [Fact]
    public void Validate_ends_soon_when_thousands_of_fragments_form_a_ring()
    {
        var fragments = Enumerable.Range(0, 900).Select(i => $"fragment f{i} on Nurse {{ ...f{(i + 1) % 900} ...f{(i + 7) % 900} }}");
        var text = $"{{ nurse {{ ...f0 }} }} {string.Join(' ', fragments)}";
        var clock = Stopwatch.StartNew();

        Assert.NotEmpty(Validator.Validate(Wards, Parser.Parse(text, ParserLimits.Default), ValidationLimits.Default with { FragmentVisits = int.MaxValue }));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public void Validate_tells_five_errors_and_no_more()
    {
        var errors = Validator.Validate(Wards, Parser.Parse($"{{ {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"wrong{i}"))} }}", ParserLimits.Default), ValidationLimits.Default);

        Assert.Equal(["wrong0", "wrong1", "wrong2", "wrong3", "wrong4"], errors.Select(error => error.Message.Split('"')[3]));
    }

    [Fact]
    public void Validate_tells_the_place_the_remedy_and_the_section()
    {
        var error = Only("{\n  nurse { wing }\n}");

        Assert.Equal("Type \"Nurse\" has no field \"wing\". Correct the name, or leave it out.", error.Message);
        Assert.Equal([new SourceLocation(2, 11)], error.Locations);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Field-Selections", error.Extensions!["specifiedBy"]);
    }

    [Theory]
    [InlineData("{ __schema { description } }")]
    [InlineData("{ ...hidden } fragment hidden on Query { __type(name: \"Nurse\") { name } }")]
    public void Validate_refuses_introspection_when_it_is_not_allowed(string text)
    {
        var error = Assert.Single(Validator.Validate(Wards, Parser.Parse(text, ParserLimits.Default), ValidationLimits.Default with { AllowIntrospection = false }));

        Assert.Equal(ErrorCodes.IntrospectionNotAllowed, error.Code);
    }

    [Fact]
    public void Validate_allows_the_name_of_a_type_when_introspection_is_not_allowed() =>
        Assert.Empty(Validator.Validate(Wards, Parser.Parse("{ __typename nurse { __typename } }", ParserLimits.Default), ValidationLimits.Default with { AllowIntrospection = false }));

    private static SyntaxError Refused(string text) => Assert.Throws<SyntaxError>(() => Parser.Parse(text, ParserLimits.Default));

    private static GraphQLError Only(string text) => Assert.Single(Validator.Validate(Wards, Parser.Parse(text, ParserLimits.Default), ValidationLimits.Default));
}
