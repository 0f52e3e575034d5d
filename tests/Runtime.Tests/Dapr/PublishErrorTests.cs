using System.Net;
using System.Net.Http;
using System.Text.Json;
using Training.Runtime.LocalSidecar;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class PublishErrorTests
{
    [Theory]
    [InlineData("/v1.0/publish/nowhere/topic", "", null, 404, "ERR_PUBSUB_NOT_FOUND", "pubsub nowhere is not found", "DAPR_PUBSUB_NOT_FOUND", null)]
    [InlineData(
        "/v1.0-alpha1/publish/bulk/pubsub/topic", "{\"entryID\": \"}", null, 400, "ERR_PUBSUB_EVENTS_SER",
        "error when unmarshaling the request for topic topic pubsub pubsub: ", "DAPR_PUBSUB_UNMARSHAL_EVENTS", "pubsub")]
    [InlineData(
        "/v1.0/publish/bulk/pubsub/topic", "{\"entryID\": \"\"}", null, 400, "ERR_PUBSUB_EVENTS_SER",
        "error when unmarshaling the request for topic topic pubsub pubsub: ", "DAPR_PUBSUB_UNMARSHAL_EVENTS", "pubsub")]
    [InlineData(
        "/v1.0/publish/pubsub/topic?metadata.rawPayload=invalidBooleanValue", "", null, 400, "ERR_PUBSUB_REQUEST_METADATA",
        "failed deserializing metadata. Error: rawPayload value must be a valid boolean: actual is 'invalidBooleanValue'",
        "DAPR_PUBSUB_METADATA_DESERIALIZATION", "pubsub")]
    [InlineData(
        "/v1.0/publish/pubsub/topic?metadata.rawPayload=false", "{\"}", "application/cloudevents+json", 500, "ERR_PUBSUB_CLOUD_EVENTS_SER",
        "cannot create cloudevent", "DAPR_PUBSUB_CLOUD_EVENT_CREATION", "pubsub")]
    public Task Row_16_each_failure_has_its_status_code_message_and_details(
        string path, string body, string? contentType, int status, string code, string message, string reason, string? resource) =>
        IsRefusedAsync(path, body, contentType, status, code, message, reason, resource);

    [Theory]
    [InlineData("/v1.0/publish/pubsub/", 404, "ERR_TOPIC_NAME_EMPTY", "topic is empty in pubsub pubsub", "DAPR_PUBSUB_TOPIC_NAME_EMPTY", "pubsub")]
    [InlineData("/v1.0/publish//topic", 404, "ERR_PUBSUB_EMPTY", "pubsub name is empty", "DAPR_PUBSUB_NAME_EMPTY", "")]
    public Task A_missing_name_is_not_found(string path, int status, string code, string message, string reason, string resource) =>
        IsRefusedAsync(path, "x", null, status, code, message, reason, resource);

    [Theory]
    [InlineData("[1]", "not JSON at all")]
    [InlineData("""[{"event":"x","contentType":"text/plain"}]""", "no entryId")]
    [InlineData("""[{"entryId":"","event":"x","contentType":"text/plain"}]""", "an empty entryId")]
    [InlineData("""[{"entryId":"1","event":"x","contentType":"text/plain"},{"entryID":"1","event":"y","contentType":"text/plain"}]""", "an entryId twice")]
    [InlineData("""[{"entryId":1,"event":"x","contentType":"text/plain"}]""", "an entryId that is no string")]
    [InlineData("""[{"entryId":"1","event":{"a":1},"contentType":"text/plain"}]""", "text that is no string")]
    [InlineData("""[{"entryId":"1","event":{"a":1},"contentType":"application/octet-stream"}]""", "bytes that are no string")]
    [InlineData("""[{"entryId":"1","event":"!!!","contentType":"application/octet-stream"}]""", "bytes that are not base64")]
    [InlineData("""[{"entryId":"1","event":"x"}]""", "no content type")]
    [InlineData("""[{"entryId":"1","event":"x","contentType":"text/plain","metadata":{"a":1}}]""", "metadata that is no string")]
    [InlineData("""[{"entryId":"1","\ud800":1,"event":"x","contentType":"text/plain"}]""", "half a surrogate pair in a name")]
    [InlineData("""[{"entryId":"1","event":"\ud800","contentType":"text/plain"}]""", "half a surrogate pair in a text")]
    [InlineData("""[{"entryId":"1","event":"x","contentType":"text/plain"}] []""", "something behind the list")]
    public async Task A_bulk_request_is_refused_as_a_whole_when_it_has(string body, string what)
    {
        await using var app = await RecordingApp.StartAsync("""[{"pubsubname":"pubsub","topic":"topic","route":"/a"}]""");
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        var answer = await sidecar.PublishAsync("bulk/pubsub/topic", body, "application/json");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{what}: {answer}");
        Assert.Equal("ERR_PUBSUB_EVENTS_SER", answer.Code);
        Assert.Equal(0, app.Delivered);
    }

    [Fact]
    public async Task Without_a_component_nothing_can_be_published()
    {
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions { Apps = [new SidecarApp { Id = "publisher" }], PubSub = [] });
        var answer = await sidecar.PublishAsync("pubsub/topic", "x");
        Assert.Equal((HttpStatusCode.BadRequest, "ERR_PUBSUB_NOT_CONFIGURED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("free", 204)]
    [InlineData("listed", 204)]
    [InlineData("others", 403)]
    [InlineData("guarded", 403)]
    public async Task A_scope_decides_who_may_publish(string topic, int status)
    {
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, new SidecarApp { Id = "free" }],
            Scopes = { ["pubsub"] = new SidecarScopes { PublishingScopes = "publisher=listed,free;other=others", ProtectedTopics = "guarded" } },
        });
        var answer = await sidecar.PublishAsync("pubsub/" + topic, "x");
        Assert.Equal(status, (int)answer.Status);
        if (status == 403)
            Assert.Equal(("ERR_PUBSUB_FORBIDDEN", $"topic {topic} is not allowed for app id publisher"), (answer.Code, answer.Message));
        var unlisted = await sidecar.SendAsync(HttpMethod.Post, "/v1.0/publish/pubsub/" + topic, "x"u8.ToArray(), app: "free");
        Assert.Equal(topic == "guarded" ? 403 : 204, (int)unlisted.Status);
    }

    [Fact]
    public async Task A_body_above_4_MiB_is_refused_and_one_of_4_MiB_is_not()
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        var allowed = await sidecar.SendAsync(HttpMethod.Post, "/v1.0/publish/pubsub/topic", new byte[4 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.NoContent, allowed.Status);
        var refused = await sidecar.SendAsync(HttpMethod.Post, "/v1.0/publish/pubsub/topic", new byte[(4 * 1024 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Fact]
    public async Task Headers_above_4_KiB_are_refused()
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/topic", "x", null, ("baggage", new string('b', 3000)))).Status);
        var refused = await sidecar.PublishAsync("pubsub/topic", "x", null, ("baggage", new string('b', 5000)));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.Status);
    }

    [Theory]
    [InlineData("/v1.0/state/store/key", "state stores")]
    [InlineData("/v1.0-alpha1/jobs/name", "jobs")]
    [InlineData("/v1.0/secrets/store/key", "secret stores")]
    [InlineData("/v1.0/actors/type/id", "actors")]
    public async Task What_it_lacks_it_says(string path, string name)
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        var answer = await sidecar.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Contains(name, answer.Message);
    }

    private static async Task IsRefusedAsync(
        string path, string body, string? contentType, int status, string code, string message, string reason, string? resource)
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        var answer = await sidecar.SendAsync(HttpMethod.Post, path, System.Text.Encoding.UTF8.GetBytes(body), contentType);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal(code, answer.Code);
        Assert.StartsWith(message, answer.Message);
        var details = answer.Json.GetProperty("details");
        Assert.Equal(resource is null ? 1 : 2, details.GetArrayLength());
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", details[0].GetProperty("@type").GetString());
        Assert.Equal("dapr.io", details[0].GetProperty("domain").GetString());
        Assert.Equal(reason, details[0].GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Object, details[0].GetProperty("metadata").ValueKind);
        if (resource is null)
            return;
        Assert.Equal("type.googleapis.com/google.rpc.ResourceInfo", details[1].GetProperty("@type").GetString());
        Assert.Equal("pubsub", details[1].GetProperty("resource_type").GetString());
        Assert.Equal(resource, details[1].GetProperty("resource_name").GetString());
    }
}
