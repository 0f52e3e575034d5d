using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Training.Hosting;
using Training.Reference.V1;

namespace Training.Messaging.Tests;

/// <summary>Posts to a service what its sidecar would, or what nobody should.</summary>
internal static class Deliveries
{
    public const string Topic = "training.reference.v1";
    public const string Token = "from the sidecar";
    public const string Dropped = """{"status":"DROP"}""";

    private static readonly HttpClient Http = NewConnection();

    /// <summary>A connection of its own, to be dropped.</summary>
    public static HttpClient NewConnection() => new(new SocketsHttpHandler())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>A whole CloudEvent; its id is a new one unless one is given.</summary>
    public static JsonObject Envelope(IMessage happened, OrganisationId organisation, string? id = null) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id ?? Guid.CreateVersion7().ToString(),
        ["source"] = "somebody",
        ["type"] = happened.Descriptor.FullName,
        ["topic"] = Topic,
        ["pubsubname"] = "pubsub",
        [EventEnvelope.OrganisationAttribute] = organisation.ToString(),
        ["datacontenttype"] = "application/json",
        ["data"] = JsonNode.Parse(JsonFormatter.Default.Format(happened)),
    };

    public static JsonObject SuggestionMade(OrganisationId organisation, string? id = null) =>
        Envelope(new SuggestionMade { SuggestionId = Guid.CreateVersion7().ToString(), Text = "Delivered" }, organisation, id);

    public static Task<Delivered> DeliverAsync(this RunningService service, JsonNode envelope) =>
        service.DeliverAsync(Encoding.UTF8.GetBytes(envelope.ToJsonString()));

    public static async Task<Delivered> DeliverAsync(this RunningService service, byte[] body, string? token = Token, string topic = Topic)
    {
        using var request = Request(service, body, token, topic);
        using var response = await Http.SendAsync(request);
        return new Delivered(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static HttpRequestMessage Request(RunningService service, byte[] body, string? token = Token, string topic = Topic)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Address}/events/{topic}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/cloudevents+json") } },
        };
        if (token is not null)
            request.Headers.Add("dapr-api-token", token);
        return request;
    }
}

/// <summary>What a service answered to a delivery.</summary>
internal sealed record Delivered(HttpStatusCode Status, string Body)
{
    public static readonly Delivered Acknowledged = new(HttpStatusCode.OK, "");
    public static readonly Delivered Unreadable = new(HttpStatusCode.OK, Deliveries.Dropped);
}
