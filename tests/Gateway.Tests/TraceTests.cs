using System.Diagnostics;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Grpc.Core.Interceptors;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>A trace that a client has begun goes on in the services (W3C Trace Context).</summary>
public sealed class TraceTests
{
    private const string TraceParent = "traceparent";
    private const string Campaign = "Q2FtcGFpZ246MDE5OWYxYzItN2EzYi03YzRkLThlNWYtMDEyMzQ1Njc4OWFi";

    [Theory]
    [InlineData("{ organisation { name } }", "/training.workforce.v1.Organisations/GetOrganisation")]
    [InlineData("{ memberByEmployeeNumber(employeeNumber: \"1\") { id } }", "/training.workforce.v1.Roster/BatchGetMembers")]
    [InlineData($"mutation {{ cancelCampaign(input: {{ campaignId: \"{Campaign}\", reason: \"no\" }}) {{ errors {{ __typename }} }} }}", "/training.curricula.v1.Campaigns/CancelCampaign")]
    [InlineData($"subscription {{ campaignProgress(campaignId: \"{Campaign}\") {{ assigned }} }}", "/training.completions.v1.Assignments/WatchCampaignProgress")]
    public async Task Operation_hands_its_trace_on_to_the_calls_that_it_makes(string query, string call)
    {
        await using var services = await HeaderCatcher.StartAsync(TraceParent);
        await using var gateway = await GatewayUnderTest.StartAsync(new Nothing(), services.Addresses);
        using var content = JsonContent.Create(new { query });
        await GoesOnAsync(gateway, services, "graphql", content, call);
    }

    [Fact]
    public async Task Roster_file_hands_its_trace_on_to_the_import()
    {
        await using var services = await HeaderCatcher.StartAsync(TraceParent);
        await using var gateway = await GatewayUnderTest.StartAsync(new Nothing(), services.Addresses);
        using var content = new StringContent("x", Encoding.UTF8, "text/csv");
        await GoesOnAsync(gateway, services, "roster?effectiveOn=2026-03-01&fileName=march.csv", content, "/training.workforce.v1.Roster/ImportRoster");
    }

    private static async Task GoesOnAsync(GatewayUnderTest gateway, HeaderCatcher services, string path, HttpContent content, string call)
    {
        var (trace, span) = (ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add(TraceParent, $"00-{trace}-{span}-01");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", gateway.TokenOf(Role.Hr));
        request.Headers.Accept.ParseAdd("text/event-stream"); // in which any operation may be answered
        using var response = await gateway.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();

        Assert.True(services.Caught.TryGetValue(call, out var caught), $"{string.Join(", ", services.Caught.Keys)}: {answer}");
        Assert.True(ActivityContext.TryParse(caught, null, out var handedOn), $"'{caught}' is no traceparent");
        Assert.Equal((trace, ActivityTraceFlags.Recorded), (handedOn.TraceId, handedOn.TraceFlags));
        Assert.NotEqual(span, handedOn.SpanId);
    }

    private sealed class Nothing : Interceptor;
}
