using System.Net;
using System.Net.Sockets;
using Training.AppHost;

namespace Training.System.Tests.Story;

/// <summary>What the person at the console sees when the house cannot start, or is stopped while it tells its story.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_taken_port_is_told_in_one_line_before_anything_starts()
    {
        using var folder = new TemporaryFolder();
        using var listener = new TcpListener(IPAddress.Loopback, FreePort.TakeRow(Ports.Count) + 7);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var house = ChildProcess.Start(new("dotnet", [typeof(Settings).Assembly.Location])
        {
            Environment = { ["TRAINING_BASE_PORT"] = $"{taken - 7}", ["TRAINING_DATA"] = folder.Path },
        });
        Assert.Equal((int)ExitCode.PortTaken, await house.WaitForExitAsync());
        Assert.Contains($"Port {taken} is taken", Assert.Single(house.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_is_stopped_midway_says_nothing_of_errors()
    {
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10);
        await Eventually.IsTrueAsync(() => Task.FromResult(house.Output.Contains("[2/", StringComparison.Ordinal)), "the roster is being imported", TimeSpan.FromMinutes(2));
        Assert.Equal(0, await house.StopAsync());
        Assert.Contains("Stopping: calls in flight may finish.", house.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The story stopped", house.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", house.Output, StringComparison.Ordinal);
    }
}
