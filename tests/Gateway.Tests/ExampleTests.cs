using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Training.AppHost.Sample.Story;
using Training.Contracts;
using Training.Hosting;

namespace Training.Gateway.Tests;

/// <summary>The committed examples, each played on the sample hospital through the gateway that the apphost runs.</summary>
[Collection(HospitalCollection.Name)]
public sealed class ExampleTests(HospitalHouse house)
{
    private static bool ShouldWrite => Environment.GetEnvironmentVariable("TRAINING_SNAPSHOTS") == "write";

    public static TheoryData<string> Names => new(Example.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_answers_as_it_says(string name)
    {
        using var http = new HttpClient { BaseAddress = house.Gateway };
        var example = Example.Read(name);
        await example.PlayAsync(
            async (step, variables) =>
            {
                var token = await TokenAsync(http, step.Role, step.EmployeeNumber);
                return step.Until is null
                    ? JsonNode.Parse((await GatewayUnderTest.AskAsync(http, example.Document, variables, token, step.Operation)).Body.ToString())!
                    : await WatchAsync(http, example.Document, step, variables, token);
            },
            ShouldWrite);
    }

    private async Task<string> TokenAsync(HttpClient http, string role, string? employeeNumber)
    {
        MemberId? member = null;
        if (employeeNumber is not null)
        {
            var found = await GatewayUnderTest.AskAsync(
                http, "query($number: String!) { memberByEmployeeNumber(employeeNumber: $number) { uuid } }", new { number = employeeNumber }, Mint(Role.Hr, null));
            member = new MemberId(found.Succeeded().GetProperty("memberByEmployeeNumber").GetProperty("uuid").GetGuid());
        }

        return Mint(Enum.Parse<Role>(role.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), member);
    }

    private string Mint(Role role, MemberId? member) => house.Tokens.Mint(People.Hospital, member, "an example", [role], TimeSpan.FromHours(1));

    // Server-sent events: the answer that the example waits for, and no end of the stream before.
    private static async Task<JsonNode> WatchAsync(HttpClient http, string query, ExampleStep step, JsonNode? variables, string token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query, operationName = step.Operation, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal))
                continue;
            var answer = JsonNode.Parse(line["data: ".Length..])!;
            if (step.IsEnough(answer))
                return answer;
        }

        throw new InvalidOperationException($"{step.Operation} ended before {step.Until}.");
    }
}
