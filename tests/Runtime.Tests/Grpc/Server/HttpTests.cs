using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Requests that are not quite gRPC, and the rest of the application beside it.</summary>
public sealed class HttpTests : ProbeHost
{
    private const int Internal = 13;
    private const int Unimplemented = 12;

    [SkippableTheory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc; charset=utf-8")]
    public async Task A_gRPC_content_type_is_served(string contentType) =>
        (await new RawCall(UnaryPath).With("content-type", contentType).Data(Frame("x")).End().SendAsync(Host)).AssertEnded(0, null);

    [SkippableTheory]
    [InlineData("application/grpc-web")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Another_content_type_is_415(string contentType)
    {
        var answer = await new RawCall(UnaryPath).With("content-type", contentType).Data(Frame("x")).End().SendAsync(Host);
        Assert.Equal(415, answer.HttpStatus);
        answer.AssertEnded(Internal, $"Content-Type '{contentType}' is not supported.");
    }

    [SkippableFact]
    public async Task Without_te_a_call_is_served() =>
        (await new RawCall(UnaryPath).With("te", []).Data(Frame("x")).End().SendAsync(Host)).AssertEnded(0, null);

    [SkippableFact]
    public async Task An_unknown_method_is_UNIMPLEMENTED()
    {
        var answer = await new RawCall("/training.tests.Probe/Nothing").Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded(Unimplemented, "Method is unimplemented.");
        Assert.Equal(200, answer.HttpStatus);
        Assert.True(answer.TrailersOnly);
    }

    [SkippableFact]
    public async Task An_unknown_service_is_UNIMPLEMENTED()
    {
        var answer = await new RawCall("/nobody.Knows/Me").Data(Frame("x")).End().SendAsync(Host);
        answer.AssertEnded(Unimplemented, "Service is unimplemented.");
        Assert.Equal("application/grpc", answer.Header("content-type"));
    }

    [SkippableFact]
    public async Task A_path_without_method_is_not_found() =>
        Assert.Equal(404, (await new RawCall("/nobody").Data(Frame("x")).End().SendAsync(Host)).HttpStatus);

    [SkippableFact]
    public async Task Unknown_services_are_left_to_the_application_when_the_options_say_so()
    {
        await using var host = await StartAsync(options => options.IgnoreUnknownServices = true);
        Assert.Equal(404, (await new RawCall("/nobody.Knows/Me").Data(Frame("x")).End().SendAsync(host)).HttpStatus);
    }

    [Fact]
    public async Task GET_is_left_to_the_rest_of_the_application()
    {
        using var response = await SendAsync(Host, HttpMethod.Get, HttpVersion.Version20);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task HTTP_1_1_is_426_and_told_to_upgrade()
    {
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<ProbeService>(), builder => builder.Services.AddSingleton(Probe), HttpProtocols.Http1);
        using var response = await SendAsync(host, HttpMethod.Post, HttpVersion.Version11);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal("HTTP/2", response.Headers.Upgrade.ToString());
        Assert.Equal("13", response.Headers.GetValues("grpc-status").Single());
        Assert.Equal("Request protocol 'HTTP/1.1' is not supported.", response.Headers.GetValues("grpc-message").Single());
    }

    [Fact]
    public async Task A_preflight_that_no_CORS_policy_answers_is_405()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(Host.Address, UnaryPath)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("Origin", "https://elsewhere");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
    }

    [Fact]
    public async Task Other_endpoints_of_the_application_keep_two_part_paths()
    {
        await using var host = await GrpcHost.StartAsync(
            app =>
            {
                app.MapGrpcService<ProbeService>();
                app.MapPost("orders/new", () => Results.Text("made"));
            },
            builder => builder.Services.AddSingleton(Probe));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "orders/new")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await client.SendAsync(request);
        Assert.Equal("made", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Mapping_without_AddGrpc_says_what_to_call()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        Assert.Contains("services.AddGrpc()", Assert.Throws<InvalidOperationException>(() => app.MapGrpcService<ProbeService>()).Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(GrpcHost host, HttpMethod method, Version version)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(host.Address, UnaryPath)) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (method == HttpMethod.Post)
            request.Content = new ByteArrayContent(Frame("x")) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
        return await client.SendAsync(request);
    }
}
