using System.Net;
using System.Net.Http;
using System.Text;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class OperationsTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""";

    [Fact]
    public async Task Row_19_the_subscriber_sees_the_app_token()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, new SidecarApp { Id = "subscriber", AppPort = app.Port, AppToken = "app-secret" }],
        });
        await sidecar.HasFoundAsync("subscriber");
        await sidecar.PublishAsync("pubsub/a?metadata.dapr-api-token=forged", "x");
        Assert.Equal("app-secret", (await app.NextAsync()).Headers["dapr-api-token"]);
        await sidecar.SendAsync(HttpMethod.Get, "/v1.0/invoke/subscriber/method/x", headers: ("dapr-api-token", "forged"));
        Assert.Equal("app-secret", (await app.NextAsync()).Headers["dapr-api-token"]);
    }

    [Fact]
    public async Task Without_the_right_token_only_health_is_told()
    {
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions { Apps = [new SidecarApp { Id = "publisher", ApiToken = "secret" }] });
        foreach (var path in new[] { "/v1.0/publish/pubsub/a", "/v1.0/publish/bulk/pubsub/a", "/v1.0/metadata", "/v1.0/invoke/x/method/y", "/v1.0/shutdown", "/any", "/v1.0/state/s" })
        {
            foreach (var token in new[] { "", "wrong", "secret2", "secre" })
            {
                var refused = await sidecar.SendAsync(HttpMethod.Post, path, [], headers: ("dapr-api-token", token));
                Assert.Equal((HttpStatusCode.Unauthorized, "invalid api token"), (refused.Status, refused.Body));
            }
        }

        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/healthz")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/healthz/outbound")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x", null, ("dapr-api-token", "secret"))).Status);
    }

    [Fact]
    public async Task Row_30_health_is_204_without_a_body_and_shutdown_ends_the_sidecar()
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        var health = await sidecar.SendAsync(HttpMethod.Get, "/v1.0/healthz");
        Assert.Equal((HttpStatusCode.NoContent, ""), (health.Status, health.Body));
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/healthz?appid=publisher")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/healthz?appid=other")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/shutdown")).Status);
        Assert.False(sidecar.Stopped.IsCompleted);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.SendAsync(HttpMethod.Post, "/v1.0/shutdown")).Status);
        await sidecar.Stopped.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Metadata_names_app_component_and_connection_and_takes_entries()
    {
        await using var app = await RecordingApp.StartAsync(Subscription, h2c: true);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        var put = await sidecar.SendAsync(HttpMethod.Put, "/v1.0/metadata/colour", "blue"u8.ToArray(), app: "subscriber");
        Assert.Equal(HttpStatusCode.NoContent, put.Status);
        var metadata = (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/metadata", app: "subscriber")).Json;
        Assert.Equal("subscriber", metadata.GetProperty("id").GetString());
        Assert.Equal("pubsub", metadata.GetProperty("components")[0].GetProperty("name").GetString());
        Assert.Equal("blue", metadata.GetProperty("extended").GetProperty("colour").GetString());
        Assert.Equal((app.Port, "h2c"), (
            metadata.GetProperty("appConnectionProperties").GetProperty("port").GetInt32(),
            metadata.GetProperty("appConnectionProperties").GetProperty("protocol").GetString()));
        Assert.False((await sidecar.SendAsync(HttpMethod.Get, "/v1.0/metadata")).Json.GetProperty("extended").TryGetProperty("colour", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_app_invokes_another_by_path_header_or_basic_authentication(bool h2c)
    {
        await using var app = await RecordingApp.StartAsync("[]", h2c, reply: _ => new Reply(418, "short and stout"));
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("callee", app.Port, h2c));
        var basic = "Basic " + Convert.ToBase64String("dapr-app-id:callee"u8);
        foreach (var (path, header) in new[]
        {
            ("/v1.0/invoke/callee/method/some/path%2Fx?q=a%20b", ("x-custom", "kept")),
            ("/some/path%2Fx?q=a%20b", ("dapr-app-id", "callee")),
            ("/some/path%2Fx?q=a%20b", ("authorization", basic)),
        })
        {
            var answer = await sidecar.SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes("""{"hello":"there"}"""), "application/json", headers: header);
            Assert.Equal((418, "short and stout"), ((int)answer.Status, answer.Body));
            var call = await app.NextAsync();
            Assert.Equal("/some/path%2Fx", call.Path);
            Assert.Equal(("publisher", "callee", "application/json"), (
                call.Headers["dapr-caller-app-id"], call.Headers["dapr-callee-app-id"], call.Headers["content-type"]));
            Assert.Equal("there", call.Text("hello"));
            Assert.False(call.Headers.ContainsKey("dapr-app-id"));
        }

        var unknown = await sidecar.SendAsync(HttpMethod.Get, "/v1.0/invoke/nobody/method/x");
        Assert.Equal((HttpStatusCode.NotFound, "ERR_DIRECT_INVOKE"), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task An_app_that_is_down_fails_an_invocation_after_its_retries()
    {
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions { Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("down", 1)] });
        var answer = await sidecar.SendAsync(HttpMethod.Get, "/v1.0/invoke/down/method/x");
        Assert.Equal((HttpStatusCode.InternalServerError, "ERR_DIRECT_INVOKE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("", "http", null)]
    [InlineData("a", "grpc", null)]
    [InlineData("a", "http", "nonsense")]
    public async Task Options_that_cannot_work_are_refused(string id, string protocol, string? address)
    {
        var options = new SidecarOptions { Apps = [new SidecarApp { Id = id, AppProtocol = protocol, AppAddress = address }] };
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => TestSidecar.StartAsync(options));
        Assert.Contains("Sidecar:Apps", refused.Message);
    }

    [Fact]
    public async Task The_program_is_set_up_by_its_environment_and_stops_when_asked()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        var environment = new Dictionary<string, string?>
        {
            ["Sidecar__Apps__0__Id"] = "subscriber",
            ["Sidecar__Apps__0__AppPort"] = app.Port.ToString(),
        };
        await using var process = await ChildProcess.StartDotnetAsync(typeof(Sidecar).Assembly.Location, environment, "uses HTTP port ");
        var port = process.ReadyLine.Split("uses HTTP port ")[1].Split(' ')[0];
        using var http = new HttpClient();
        await Eventually.IsTrueAsync(() => process.Output.Contains("App subscriber found"), "the sidecar finds its app");
        var published = await http.PostAsync(new Uri($"http://127.0.0.1:{port}/v1.0/publish/pubsub/a"), new StringContent("x"));
        Assert.Equal(HttpStatusCode.NoContent, published.StatusCode);
        Assert.Equal("subscriber", (await app.NextAsync()).Text("source"));
        process.Signal(15);
        Assert.Equal(0, await process.WaitForExitAsync());
    }
}
