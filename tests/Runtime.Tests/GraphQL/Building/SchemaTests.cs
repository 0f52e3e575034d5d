using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class SchemaTests
{
    [Fact]
    public async Task Names_nullability_and_descriptions_come_from_the_code()
    {
        await using var server = TestServer.Of(
            graphQL => graphQL.AddTypes(typeof(MemberQueries), typeof(MemberNode)).AddGlobalObjectIdentification(), services => services.AddSingleton<Hospital>());

        Assert.Equal(Expected.ReplaceLineEndings("\n"), server.Sdl);
    }

    [Fact]
    public async Task Descriptions_are_left_out_when_nobody_wants_the_files_read()
    {
        await using var server = TestServer.Of(
            graphQL => graphQL.AddTypes(typeof(MemberQueries), typeof(MemberNode)).ModifyOptions(options => options.UseXmlDocumentation = false),
            services => services.AddSingleton<Hospital>());

        Assert.DoesNotContain("Somebody who works here.", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("  name: String!\n  email: String\n  managerId: ID\n", server.Sdl, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_reference_implementation_takes_the_schema_and_prints_it_alike()
    {
        NodePeer.SkipIfMissing();
        await using var server = TestServer.Of(
            graphQL => graphQL
                .AddTypes(typeof(MemberQueries), typeof(MemberNode), typeof(RoomQueries), typeof(OrderQueries), typeof(HireMutations), typeof(ClockSubscriptions))
                .AddTypes(typeof(ShapeQueries), typeof(DerivedNode), typeof(Circle), typeof(Rectangle), typeof(WardQueries), typeof(WardNode))
                .AddGlobalObjectIdentification().AddMutationConventions(),
            services => services.AddSingleton<Hospital>().AddSingleton<WardCalls>());
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("schema.graphql"), server.Sdl);

        var theirs = await NodePeer.RunAsync("graphql/print.mjs", "sdl", folder.At("schema.graphql"));

        Assert.True(theirs.ExitCode == 0, theirs.ToString());
        Assert.Equal(server.Sdl, theirs.Output);
    }

    private const string Expected = """"
        """What can be asked."""
        type Query {
          """Finds an object by its ID."""
          node(
            """The object's ID, as the server gave it."""
            id: ID!
          ): Node

          """Finds objects by their IDs, at most 50 at once."""
          nodes(
            """The objects' IDs, as the server gave them."""
            ids: [ID!]!
          ): [Node]!

          """Everybody who works here."""
          members(state: AssignmentState, atMost: Int! = 10): [Member!]!
          member(id: ID!): Member
        }

        """How far an assignment has come."""
        enum AssignmentState {
          """Nobody has begun."""
          NOT_STARTED
          IN_PROGRESS
          PAUSED @deprecated(reason: "Use IN_PROGRESS.")
        }

        """
        The `DateTime` scalar type represents an instant: date, time and offset, as RFC 3339 writes them.
        """
        scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/chillicream/date-time.html")

        """
        The `LocalDate` scalar type represents a date without time and offset: `YYYY-MM-DD`.
        """
        scalar LocalDate @specifiedBy(url: "https://scalars.graphql.org/chillicream/local-date.html")

        """Somebody who works here."""
        type Member implements Node {
          """Identifies the member."""
          id: ID!

          """First and last name."""
          name: String!

          """Where to write to; `null` where nobody knows."""
          email: String

          """Who leads the member."""
          managerId: ID
          roles: [String!]!
          state: AssignmentState!
          since: LocalDate!
          joined: DateTime @deprecated(reason: "Use since.")

          """The name as it is written in lists."""
          sortName: String!

          """The names of those who report to the member."""
          reports(
            """Only names after this one."""
            above: String
          ): [String!]!
        }

        """What can be found again by its ID."""
        interface Node {
          """Identifies it among all objects."""
          id: ID!
        }
        """";
}
