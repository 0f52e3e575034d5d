using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Call_in_flight_finishes_and_readiness_turns_first_when_the_app_stops()
    {
        await using var app = await TestApp.Start(settings: [("Hosting:ReadinessDelay", "00:00:30"), ("Hosting:DrainTime", "00:00:30")]);
        var caller = app.As(Role.Employee);
        var inFlight = app.Doors.EmployeeAsync(new Knock { Wait = true }, caller).ResponseAsync;
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 1, "the call has arrived");
        using var hurry = new CancellationTokenSource();

        var stopping = app.App.StopAsync(hurry.Token);

        await Eventually.IsTrueAsync(
            async () => (await app.Http.GetAsync("/readyz")).StatusCode == HttpStatusCode.ServiceUnavailable, "readiness turns");
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/healthz")).StatusCode);
        Assert.Equal("someone", (await app.Doors.EmployeeAsync(new Knock(), caller)).Account);
        Assert.False(stopping.IsCompleted);

        app.Service.Gate.SetResult();
        Assert.Equal("someone", (await inFlight).Account);
        await hurry.CancelAsync();
        await stopping;
    }

    [Fact]
    public async Task Call_in_flight_finishes_when_the_server_drains()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:DrainTime", "00:00:30"));
        var inFlight = app.Doors.EmployeeAsync(new Knock { Wait = true }, app.As(Role.Employee)).ResponseAsync;
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 1, "the call has arrived");

        var stopping = app.App.StopAsync();
        await Eventually.IsTrueAsync(() => RefusesConnections(app), "the port is closed");
        Assert.False(stopping.IsCompleted);
        app.Service.Gate.SetResult();

        Assert.Equal("someone", (await inFlight).Account);
        await stopping;
    }

    [Fact]
    public async Task Call_in_flight_is_cut_when_it_takes_longer_than_configured()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:DrainTime", "00:00:00.2"));
        var inFlight = app.Doors.EmployeeAsync(new Knock { Wait = true }, app.As(Role.Employee)).ResponseAsync;
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 1, "the call has arrived");

        await app.App.StopAsync();

        await Assert.ThrowsAsync<RpcException>(() => inFlight);
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 0, "the handler has been cancelled");
    }

    [Fact]
    public async Task Watcher_of_health_is_told_and_does_not_hold_up_the_stop()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:DrainTime", "00:10:00"));
        using var watch = new Health.HealthClient(app.Channel).Watch(new HealthCheckRequest());
        await watch.ResponseStream.MoveNext(CancellationToken.None);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, watch.ResponseStream.Current.Status);

        var stopping = app.App.StopAsync();

        await watch.ResponseStream.MoveNext(CancellationToken.None);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, watch.ResponseStream.Current.Status);
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<bool> RefusesConnections(TestApp app)
    {
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, app.App.GrpcAddress().Port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }
}
