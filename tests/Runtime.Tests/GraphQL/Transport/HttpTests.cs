using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>GraphQL over HTTP: what is accepted, refused, and with which status and type.</summary>
public sealed class HttpTests
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Json = "application/json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQLResponse)]
    [InlineData("application/json;q=0.9, application/graphql-response+json", GraphQLResponse)]
    [InlineData("text/html, application/json;q=0.5, text/event-stream;q=0.4", Json)]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0.1", GraphQLResponse)]
    [InlineData("text/event-stream", "text/event-stream")]
    public async Task Answer_has_the_type_that_the_client_likes_best(string? accept, string type)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"{ greeting }"}""", accept);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        Assert.Contains("""{"data":{"greeting":"Hello world"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    public async Task Answer_is_406_when_the_client_accepts_nothing_of_ours(string accept)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"{ greeting }"}""", accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains(GraphQLResponse, await MessageAsync(response));
    }

    [Theory]
    [InlineData("""{"query":"{ nothing }"}""")]
    [InlineData("""{"query":"{ greeting"}""")]
    [InlineData("""{"query":"query($name: Int!) { greeting }"}""")]
    [InlineData("""{"query":"query($count: Int!) { letters(count: $count) }","variables":{"count":"many"}}""")]
    [InlineData("""{"query":"query A { greeting } query B { greeting }"}""")]
    public async Task Refused_request_is_400_to_whom_the_status_matters_and_200_to_others(string body)
    {
        await using var app = await TransportApp.StartAsync();
        using var strict = await app.PostAsync(body, GraphQLResponse);
        using var legacy = await app.PostAsync(body, Json);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (strict.StatusCode, legacy.StatusCode));
        Assert.Equal(await strict.Content.ReadAsStringAsync(), await legacy.Content.ReadAsStringAsync());
        Assert.False((await BodyAsync(strict)).TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""[{"query":"{ greeting }"}]""")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":"{ greeting }","variables":[]}""")]
    [InlineData("""{"query":"{ greeting }","extensions":"x"}""")]
    [InlineData("""{"query":"{ greeting }","operationName":{}}""")]
    [InlineData("""{"query":"{ greeting }","id":1}""")]
    [InlineData("""{"query":"{ greeting(name: \"\\ud800\") }"}""")]
    [InlineData("""{"query":"{ greeting }","variables":{"x":"\ud800"}}""")]
    [InlineData("""{"query":"{ greeting }","variables":{"\udc00":1}}""")]
    public async Task Body_that_is_no_request_is_400_with_what_to_send_instead(string body)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(await MessageAsync(response));
    }

    [Fact]
    public async Task Body_in_broken_UTF8_is_400()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync([.. """{"query":"{ greeting(name: \" """u8, 0xC3, 0x28, .. """\") }"}"""u8], GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UTF-8", await MessageAsync(response));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Body_of_another_type_is_415(string? contentType)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"{ greeting }"}""", contentType: contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(Json, response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_that_is_too_long_is_413_whether_its_length_is_told_or_not(bool isTold)
    {
        await using var app = await TransportApp.StartAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{ greeting } #{{new string('x', TransportApp.MaxRequestBytes)}}"}""");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = isTold ? null : true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains($"{TransportApp.MaxRequestBytes} bytes", await MessageAsync(response));
    }

    [Fact]
    public async Task Body_in_many_pieces_is_read_whole()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync($$"""{"query":"{ greeting } #{{new string('x', TransportApp.MaxRequestBytes - 100)}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_takes_the_request_from_the_address()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.SendAsync(
            HttpMethod.Get, Get("query A($n: String) { greeting(name: $n) } query B { greeting }", ("variables", """{"n":"Zoë"}"""), ("operationName", "A"), ("extensions", "{}")), Json);
        Assert.Equal("""{"data":{"greeting":"Hello Zoë"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_takes_an_empty_parameter_for_none_and_the_word_null_for_a_name()
    {
        await using var app = await TransportApp.StartAsync();
        using var none = await app.SendAsync(HttpMethod.Get, Get("{ greeting }", ("variables", ""), ("operationName", "")), GraphQLResponse);
        using var named = await app.SendAsync(HttpMethod.Get, Get("query null { greeting }", ("operationName", "null")), GraphQLResponse);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (none.StatusCode, named.StatusCode));
    }

    [Theory]
    [InlineData("variables", "[]")]
    [InlineData("variables", "{")]
    [InlineData("variables", "{\"a\":\"\\ud800\"}")]
    [InlineData("extensions", "7")]
    [InlineData("query", "")]
    public async Task Get_with_a_parameter_that_is_none_is_400(string name, string value)
    {
        await using var app = await TransportApp.StartAsync();
        var address = name == "query" ? $"/graphql?query={value}" : Get("{ greeting }", (name, value));
        using var response = await app.SendAsync(HttpMethod.Get, address, GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Get_of_a_mutation_is_405_and_changes_nothing(string accept)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.SendAsync(HttpMethod.Get, Get("mutation { raise(by: 1) }"), accept);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Equal(0, app.Presence.Sum);
    }

    [Fact]
    public async Task Subscription_is_406_when_the_client_accepts_no_stream()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"subscription { onCount(to: 1) }"}""");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.SendAsync(new HttpMethod(method), "/graphql");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_is_405_when_it_is_switched_off()
    {
        await using var app = await TransportApp.StartAsync(server => server.ModifyServerOptions(options => options.EnableGetRequests = false));
        using var response = await app.SendAsync(HttpMethod.Get, Get("{ greeting }"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema.graphql")]
    public async Task Schema_is_downloaded_unless_it_is_switched_off(string path)
    {
        await using (var app = await TransportApp.StartAsync())
        {
            using var response = await app.SendAsync(HttpMethod.Get, path);
            Assert.Contains("greeting(name: String): String!", await response.Content.ReadAsStringAsync());
        }

        await using var closed = await TransportApp.StartAsync(server => server.ModifyServerOptions(options => options.EnableSchemaRequests = false));
        using var refused = await closed.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Other_paths_below_are_404()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.SendAsync(HttpMethod.Get, "/graphql/other");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.BadRequest)]
    public async Task Introspection_is_refused_outside_Development(string environment, HttpStatusCode status)
    {
        await using var app = await TransportApp.StartAsync(environment: environment);
        using var response = await app.PostAsync("""{"query":"{ __schema { queryType { name } } }"}""");
        using var name = await app.PostAsync("""{"query":"{ __typename }"}""");
        Assert.Equal((status, HttpStatusCode.OK), (response.StatusCode, name.StatusCode));
        if (status != HttpStatusCode.OK)
            Assert.Equal("HC0046", await CodeAsync(response));
    }

    [Fact]
    public async Task Exception_of_a_resolver_is_not_told()
    {
        await using var app = await TransportApp.StartAsync(environment: "Production");
        using var response = await app.PostAsync("""{"query":"{ trouble }"}""");
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"trouble\":null", body);
        Assert.DoesNotContain("secret", body);
    }

    [Fact]
    public async Task Cost_is_reported_when_it_is_asked_for_and_validating_does_not_execute()
    {
        await using var app = await TransportApp.StartAsync();
        using var reported = await app.PostAsync("""{"query":"mutation { raise(by: 2) }"}"""u8.ToArray(), GraphQLResponse, cost: "report");
        using var validated = await app.PostAsync("""{"query":"{ someday }"}"""u8.ToArray(), GraphQLResponse, cost: "validate");
        Assert.True((await BodyAsync(reported)).GetProperty("extensions").TryGetProperty("operationCost", out _));
        Assert.Equal(10, (await BodyAsync(validated)).GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetDouble());
        Assert.Equal(2, app.Presence.Sum);
    }

    [Fact]
    public async Task Client_that_leaves_ends_the_resolvers()
    {
        await using var app = await TransportApp.StartAsync();
        using (var client = new HttpClient())
        using (var leaving = new CancellationTokenSource())
        {
            using var content = new StringContent("""{"query":"{ someday }"}""", Encoding.UTF8, "application/json");
            var asking = client.PostAsync(app.Url, content, leaving.Token);
            await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the resolver begins");
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "the resolver is told that nobody waits");
    }

    private static string Get(string query, params (string Name, string Value)[] more) =>
        "/graphql?query=" + Uri.EscapeDataString(query) + string.Concat(more.Select(one => $"&{one.Name}={Uri.EscapeDataString(one.Value)}"));

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    private static async Task<string> MessageAsync(HttpResponseMessage response) =>
        (await BodyAsync(response)).GetProperty("errors")[0].GetProperty("message").GetString()!;

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        (await BodyAsync(response)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
}
