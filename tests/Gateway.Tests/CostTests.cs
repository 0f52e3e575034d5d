namespace Training.Gateway.Tests;

/// <summary>What integrations ask for in one go stays within the limits of an operation's cost.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("{ assignmentChanges(first: 100) { items { id state items { scenarioId passed } } changedUntil } }")]
    [InlineData("{ members(first: 20) { nodes { id assignments(first: 10) { nodes { id items { scenarioId passed } } } } } }")]
    public async Task Assignments_with_their_items_are_within_the_limit(string query)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());

        (await gateway.AskAsync(query, token: "anybody")).Succeeded();
    }
}
