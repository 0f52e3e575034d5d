using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>An event stream lasts no longer than its token.</summary>
public sealed class EventStreamExpiryTests
{
    private const string Campaign = "Q2FtcGFpZ246MDE5OWYxYzItN2EzYi03YzRkLThlNWYtMDEyMzQ1Njc4OWFi";

    [Fact]
    public async Task Event_stream_is_ended_when_its_token_expires()
    {
        var services = new SilentServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = $"subscription {{ campaignProgress(campaignId: \"{Campaign}\") {{ __typename }} }}" }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", gateway.TokenOf(Role.Hr, lifetime: TimeSpan.FromSeconds(5)));

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            using var response = await gateway.Http.SendAsync(request);
            await response.Content.ReadAsStringAsync();
        });
        await Eventually.IsTrueAsync(() => services.Here == 0, "the call to the service is ended too");
    }
}
