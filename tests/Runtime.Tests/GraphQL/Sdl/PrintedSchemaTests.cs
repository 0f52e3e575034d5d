using System.Buffers;
using System.Security.Claims;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Sdl;

/// <summary>The reference implementation reads our schemas, as text and by introspection, and prints what we print.</summary>
public sealed class PrintedSchemaTests
{
    public static TheoryData<string> Files => [nameof(Schemas.EveryConstruct), nameof(Schemas.Wards), nameof(Schemas.Gateway)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Print_gives_the_text_that_was_read(string file)
    {
        var text = await File.ReadAllTextAsync(PathOf(file));

        Assert.Equal(text.TrimEnd(), SchemaPrinter.Print(SdlSchema.Read(text)));
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task The_reference_implementation_prints_our_text_as_we_do(string file)
    {
        NodePeer.SkipIfMissing();
        using var folder = new TemporaryFolder();
        var printed = SchemaPrinter.Print(SdlSchema.Read(await File.ReadAllTextAsync(PathOf(file))));
        await File.WriteAllTextAsync(folder.At("schema.graphql"), printed);

        var theirs = await NodePeer.RunAsync("graphql/print.mjs", "sdl", folder.At("schema.graphql"));

        Assert.True(theirs.ExitCode == 0, theirs.ToString());
        Assert.Equal(printed, theirs.Output);
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task The_reference_implementation_prints_our_introspection_as_we_do(string file)
    {
        NodePeer.SkipIfMissing();
        using var folder = new TemporaryFolder();
        var schema = SdlSchema.Read(await File.ReadAllTextAsync(PathOf(file)));
        var query = await NodePeer.RunAsync("graphql/print.mjs", "query");
        await File.WriteAllBytesAsync(folder.At("answer.json"), await AnswerAsync(schema, query.Output));

        var theirs = await NodePeer.RunAsync("graphql/print.mjs", "introspection", folder.At("answer.json"));

        Assert.True(theirs.ExitCode == 0, theirs.ToString());
        Assert.Equal(SchemaPrinter.Print(schema), theirs.Output);
    }

    [Fact]
    public void Read_says_what_is_missing_when_a_type_is_not_defined()
    {
        var error = Assert.Throws<SdlError>(() => SdlSchema.Read("type Query { a: Nowhere }"));

        Assert.Equal("Nowhere is not defined. Define it, or correct the name.", error.Message);
    }

    [Fact]
    public void Read_takes_extensions_into_the_types_they_extend()
    {
        var schema = SdlSchema.Read(
            """
            extend type Query implements Named { b: String @deprecated }
            type Query { a: Kind }
            interface Named { b: String }
            enum Kind { ONE }
            extend enum Kind { TWO @deprecated(reason: "Say ONE") }
            """);

        Assert.Equal(
            """
            type Query implements Named {
              b: String @deprecated
              a: Kind
            }

            interface Named {
              b: String
            }

            enum Kind {
              ONE
              TWO @deprecated(reason: "Say ONE")
            }
            """,
            SchemaPrinter.Print(schema));
    }

    private static string PathOf(string file) => file switch
    {
        nameof(Schemas.EveryConstruct) => Schemas.EveryConstruct,
        nameof(Schemas.Wards) => Schemas.Wards,
        _ => Schemas.Gateway,
    };

    private static async Task<byte[]> AnswerAsync(Schema schema, string query)
    {
        var options = new ExecutionOptions { Parser = ParserLimits.None, Validation = ValidationLimits.None, Cost = new CostLimits { Enforce = false } };
        var executor = new RequestExecutor(schema, options, TimeProvider.System, NullLogger<RequestExecutor>.Instance);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var context = new RequestContext(services, new ClaimsPrincipal(), IsQueryOnly: false, AllowStreams: false, CostReport.None);
        await using var result = (SingleResult)await executor.ExecuteAsync(new GraphQLRequest(query, null, null, default(JsonElement)), context, CancellationToken.None);
        return result.Body.ToArray();
    }
}
