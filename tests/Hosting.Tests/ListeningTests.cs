using System.Net;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class ListeningTests
{
    [Fact]
    public async Task Both_ports_are_free_ones_on_loopback_when_none_is_chosen()
    {
        await using var app = await TestApp.Start();

        Assert.Equal("127.0.0.1", app.App.GrpcAddress().Host);
        Assert.Equal("127.0.0.1", app.App.ProbeAddress().Host);
        Assert.NotEqual(app.App.GrpcAddress().Port, app.App.ProbeAddress().Port);
    }

    [Fact]
    public async Task Address_is_one_that_can_be_called_when_every_network_is_listened_to()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:Address", "::"));

        Assert.Equal("[::1]", app.App.GrpcAddress().Host);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task Probe_port_serves_nothing_but_probes()
    {
        await using var app = await TestApp.Start();

        foreach (var path in new[] { "/", "/training.hosting.tests.Doors/Employee", "/grpc.health.v1.Health/Check", "/healthz/more" })
        {
            var answer = await app.Http.PostAsync(path, null);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("/healthz and /readyz", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Grpc_port_speaks_http2_only_and_answers_probes_as_well()
    {
        await using var app = await TestApp.Start();
        using var http = new HttpClient { BaseAddress = app.App.GrpcAddress() };

        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/healthz")).StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Answer_does_not_tell_what_server_it_is()
    {
        await using var app = await TestApp.Start();

        Assert.False((await app.Http.GetAsync("/healthz")).Headers.Contains("Server"));
    }

    [Fact]
    public async Task Thousand_calls_run_at_once_on_one_connection()
    {
        await using var app = await TestApp.Start();
        using var oneConnection = GrpcChannel.ForAddress(
            app.App.GrpcAddress(),
            new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = false } });
        var doors = new Doors.DoorsClient(oneConnection);
        var caller = app.As(Role.Employee);

        var calls = Enumerable.Range(0, 1000).Select(_ => doors.EmployeeAsync(new Knock { Wait = true }, caller).ResponseAsync).ToList();
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 1000, "all of them are inside");
        app.Service.Gate.SetResult();

        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal("someone", answer.Account));
    }

    [Fact]
    public async Task Long_tokens_pass_and_headers_beyond_any_reason_do_not()
    {
        await using var app = await TestApp.Start();
        var caller = app.As(Role.Employee);
        caller.Add("x-long", new string('x', 24 * 1024));
        await app.Doors.EmployeeAsync(new Knock(), caller);

        var unreasonable = app.As(Role.Employee);
        unreasonable.Add("x-long", new string('x', 64 * 1024));

        await Assert.ThrowsAsync<RpcException>(() => app.Doors.EmployeeAsync(new Knock(), unreasonable).ResponseAsync);
        await app.Doors.EmployeeAsync(new Knock(), caller);
    }
}
