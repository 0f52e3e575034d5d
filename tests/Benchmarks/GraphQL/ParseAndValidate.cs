using System.Globalization;
using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.GraphQL;

/// <summary>Reading and validating a document that nobody has sent before, on one thread.</summary>
internal sealed class ParseAndValidate : IBenchmark
{
    private const string GraphQLJs = "graphql-js 16";
    private const int Seconds = 2;
    private const int Sections = 10;

    private static readonly string SchemaFile = RepositoryRoot.At("tests", "Runtime.Tests", "GraphQL", "Schemas", "every-construct.graphql");

    private readonly TemporaryFolder _folder = new();
    private readonly string _text = Document();
    private Schema? _schema;

    public string Work => "GraphQL: parse and validate, 200 fields";

    public string Unit => "documents/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(10, GraphQLJs)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        _schema = SdlSchema.Read(await File.ReadAllTextAsync(SchemaFile));
        await File.WriteAllTextAsync(_folder.At("document.graphql"), _text);
        return
        [
            new Contender("ours", () => Task.FromResult(Ours(_schema))),
            NodePeer.WhyMissing is { } why ? Contender.Missing(GraphQLJs, why) : new Contender(GraphQLJs, TheirsAsync),
        ];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private double Ours(Schema schema)
    {
        var begin = TimeProvider.System.GetTimestamp();
        for (var count = 1; ; count++)
        {
            var errors = Validator.Validate(schema, Parser.Parse(_text, ParserLimits.Default), ValidationLimits.Default);
            if (errors.Count > 0)
                throw new InvalidOperationException(errors[0].Message);
            var took = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
            if (took >= Seconds)
                return count / took;
        }
    }

    private async Task<double> TheirsAsync()
    {
        var run = await NodePeer.RunAsync("bench/graphql-validate.mjs", SchemaFile, _folder.At("document.graphql"), Seconds.ToString(CultureInfo.InvariantCulture));
        return run.ExitCode == 0 ? double.Parse(run.Output, CultureInfo.InvariantCulture) : throw new InvalidOperationException(run.ToString());
    }

    private static string Document() =>
        $$"""
        query Everything($id: ID!, $first: Int = 5, $filter: PersonFilter, $levels: [Level!]! = [LOW, HIGH], $isLong: Boolean!) {
        {{string.Join('\n', Enumerable.Range(0, Sections).Select(Section))}}
        }

        fragment shown on Person {
          name
        }
        """;

    // Twenty-one fields each.
    private static string Section(int number) =>
        $$"""
          person{{number}}: person(id: $id) {
            __typename
            id
            level
            ...shown
            friends(first: $first, filter: $filter) {
              id
              name
              level
              ... on Nurse @include(if: $isLong) {
                years: age
                score
                ward {
                  id
                  beds(matrix: [[1, {{number}}], null])
                  head {
                    name
                  }
                }
              }
              ... on Doctor {
                level
                nurses(levels: $levels, since: "2026-01-01") {
                  id
                  name
                }
                high: friends(first: {{number}}, filter: {levels: [HIGH], name: "x"}) {
                  id
                }
              }
            }
          }
        """;
}
