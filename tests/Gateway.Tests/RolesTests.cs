using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>Who may see a field is decided by the service whose RPC it needs, and by nobody else.</summary>
public sealed class RolesTests
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(role => role != Role.Unspecified)];

    // A batch read answers for the single one; the roster comes by HTTP; progress is a subscription.
    private static readonly string[] NotBehindGraphQL =
    [
        "GetMember", "ListMemberHistory", "GetRosterImport", "ListRosterRejects", "PreviewRoster", "ImportRoster", "BatchGetDepartments",
        "GetCurriculum", "GetCampaign", "GetScenario", "GetRun", "GetReplay", "GetCampaignProgress", "WatchCampaignProgress", "GetPolicy", "GetCase", "ExplainTraining",
    ];

    [Fact]
    public async Task Every_field_is_refused_to_just_those_roles_that_its_calls_refuse()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services, also: builder =>
            builder.Services.AddGraphQLServer().ModifyCostOptions(cost => cost.EnforceCostLimits = false));
        var schema = await SchemaWalk.ReadAsync(gateway);
        var wrong = new List<string>();
        var (looked, refusals, calls) = (0, 0, new HashSet<string>());
        foreach (var role in Roles)
        {
            var token = gateway.TokenOf(role);
            services.Roles[token] = role;
            foreach (var document in Documents(schema))
            {
                services.TakeCalls();
                var answer = await gateway.AskAsync(document, token: token);
                var called = services.TakeCalls();
                calls.UnionWith(called.Select(call => call.FullName));
                var refused = called.Count(call => !Contract.RolesOf(call).Contains(role));
                // Where a parent is refused, nobody asks for its fields; one call of a batch is the error of each field that waits for it.
                var isRefused = answer.Errors.Any(error => error.Code == "AUTH_NOT_AUTHORIZED");
                looked++;
                refusals += refused;
                if (isRefused != refused > 0 || answer.Errors.Any(error => error.Reason != "ROLE_MISSING"))
                    wrong.Add($"{role}: {document}\n  calls {string.Join(", ", called.Select(call => call.Name))}; answer {answer}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {looked}:\n{string.Join("\n", wrong.Take(20))}");
        Assert.True(refusals > 200, $"only {refusals} refusals were met");
        var never = Contract.All.Where(rpc => !NotBehindGraphQL.Contains(rpc.Name) && rpc.File.Package != "training.operations.v1").Select(rpc => rpc.FullName).Except(calls);
        Assert.True(!never.Any(), $"No field of the schema calls {string.Join(", ", never)}: give it one, or say in {nameof(NotBehindGraphQL)} why not.");
    }

    private static IEnumerable<string> Documents(SchemaWalk schema)
    {
        foreach (var (type, way) in schema.WaysToObjects().Where(one => one.Key != "PageInfo" && !one.Key.EndsWith("Edge", StringComparison.Ordinal)))
            foreach (var field in schema.Of(type).Where(field => !field.HasRequiredArguments && (!field.IsLeaf || way.Count > 0)))
                yield return schema.Ask(way, field, "", 1);
        foreach (var field in schema.Of("Query").Where(field => field.HasRequiredArguments && !field.Name.StartsWith("node", StringComparison.Ordinal)))
            yield return schema.Call("query", field);
        foreach (var field in schema.Of("Mutation"))
            yield return schema.Call("mutation", field);
    }
}
