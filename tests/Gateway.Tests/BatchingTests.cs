using Microsoft.Extensions.DependencyInjection;

namespace Training.Gateway.Tests;

/// <summary>However many parents there are, a field of theirs costs the same number of calls.</summary>
public sealed class BatchingTests
{
    private const int Many = 50;

    [Fact]
    public async Task Every_field_of_every_type_makes_as_many_calls_for_fifty_parents_as_for_one()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services, also: builder =>
            builder.Services.AddGraphQLServer().ModifyCostOptions(cost => cost.EnforceCostLimits = false));
        var schema = await SchemaWalk.ReadAsync(gateway);
        var wrong = new List<string>();
        var (looked, called) = (0, 0);
        foreach (var (type, way) in schema.WaysToObjects().Where(one => one.Value.Count > 0 && one.Key != "PageInfo" && !one.Key.EndsWith("Edge", StringComparison.Ordinal)))
        {
            foreach (var field in schema.Of(type).Where(field => !field.HasRequiredArguments))
            {
                var one = await CallsAsync(gateway, services, schema.Ask(way, field, "", 1));
                var many = await CallsAsync(gateway, services, schema.Ask(way, field, "", Many));
                looked++;
                called += many.Count > way.Count(step => step.Parent == "Query") ? 1 : 0;
                if (one.Count != many.Count)
                    wrong.Add($"{field}: {one.Count} calls for one parent, {many.Count} for {Many}: {string.Join(", ", many.Distinct())}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(looked > 250, $"only {looked} fields were looked at");
        Assert.True(called > 50, $"only {called} fields made calls of their own");
    }

    private static async Task<IReadOnlyList<string>> CallsAsync(GatewayUnderTest gateway, AnsweringServices services, string query)
    {
        services.TakeCalls();
        var answer = await gateway.AskAsync(query, token: "anybody");
        Assert.True(answer.Errors.Count == 0, $"{query}\n{answer}");
        return [.. services.TakeCalls().Select(call => call.FullName)];
    }
}
