using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Training.Runtime.Tests.GraphQL.Validation;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Specification;

/// <summary>The specification's examples, section by section, over a hospital instead of pets and people.</summary>
public sealed class SpecificationTests
{
    private static readonly Schema Wards = SdlSchema.Read(File.ReadAllText(Schemas.Wards));

    public static TheoryData<string> Language => [.. Example.Of("section-2.graphql").Select(example => example.Title)];

    public static TheoryData<string> Rules => [.. Example.Of("section-5.graphql").Select((example, i) => $"{i}: {example.Title}")];

    [Theory]
    [MemberData(nameof(Language))]
    public void Parse_reads_what_the_section_allows_and_nothing_else(string title)
    {
        var example = Example.Of("section-2.graphql").Single(one => one.Title == title);

        var error = Record.Exception(() => Parser.Parse(example.Text, ParserLimits.Default));

        Assert.Equal(example.Expected is ["syntax"], error is SyntaxError);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Validate_finds_the_broken_rules(string title)
    {
        var example = Example.Of("section-5.graphql")[int.Parse(title.AsSpan(0, title.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture)];

        var errors = Validator.Errors(Wards, Parser.Parse(example.Text, ParserLimits.Default), ValidationLimits.None);

        Assert.Equal(example.Expected.Order(StringComparer.Ordinal), errors.Select(error => error.Rule.ToString()).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task The_reference_implementation_judges_the_examples_alike()
    {
        NodePeer.SkipIfMissing();
        var examples = Example.Of("section-5.graphql").Concat(Example.Of("section-2.graphql")).Where(example => !example.Title.EndsWith("ours only", StringComparison.Ordinal)).ToList();

        var theirs = await Reference.FindingsAsync(Schemas.Wards, [.. examples.Select(example => example.Text)]);

        var differences = examples.Zip(theirs).Where(pair => pair.Second is null || !Findings.Of(Wards, pair.First.Text).AreSame(pair.Second))
            .Select(pair => $"{pair.First.Title}: {string.Join("; ", pair.Second ?? ["failed"])} / {string.Join("; ", Findings.Of(Wards, pair.First.Text).Comparable)}");
        Assert.Empty(differences);
    }

    [Fact]
    public void Validate_refuses_an_operation_when_the_schema_has_none_of_its_kind()
    {
        var schema = SdlSchema.Read("type Query { a: Int }");

        var errors = Validator.Errors(schema, Parser.Parse("mutation M { a }", ParserLimits.Default), ValidationLimits.Default);

        Assert.Equal([(Rule.KnownOperationTypes, 0)], errors.Select(error => (error.Rule, error.Offsets[0])));
    }
}
