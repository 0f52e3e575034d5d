using Grpc.Core;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>apphost runs all services in one process: nothing of one may reach another.</summary>
public sealed class SeveralAppsTests
{
    [Fact]
    public async Task Token_of_one_app_is_refused_by_another_with_its_own_key()
    {
        await using var front = await TestApp.Start(name: "front");
        await using var back = await TestApp.Start(name: "back");
        var atFront = front.As(Role.Employee);
        await front.Doors.EmployeeAsync(new Knock(), atFront);

        var refused = await Assert.ThrowsAsync<RpcException>(() => back.Doors.EmployeeAsync(new Knock(), atFront).ResponseAsync);

        Assert.Equal("TOKEN_NOT_TRUSTED", refused.Reason());
        Assert.DoesNotContain(front.Logs.Lines, line => line.Text.Contains("TOKEN_NOT_TRUSTED"));
    }

    [Fact]
    public async Task Settings_environment_and_life_of_one_app_do_not_touch_another()
    {
        await using var provider = await IdentityProvider.Start();
        await using var front = await TestApp.Start("Production", "front", settings: [("Hosting:Identity:Authority", provider.Address), ("Hosting:MaxMessageBytes", "2048")]);
        await using var back = await TestApp.Start(name: "back");
        var large = new Knock { FailWith = "NotFound" + new string(' ', 3000) };

        var backAnswers = await Assert.ThrowsAsync<RpcException>(() => back.Doors.EmployeeAsync(large, back.As(Role.Employee)).ResponseAsync);
        var frontAnswers = await Assert.ThrowsAsync<RpcException>(() => front.Doors.EmployeeAsync(large, TestApp.Bearer(provider.Mint())).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, backAnswers.StatusCode);
        Assert.Equal(StatusCode.ResourceExhausted, frontAnswers.StatusCode);

        await front.App.StopAsync();
        Assert.Equal("someone", (await back.Doors.EmployeeAsync(new Knock(), back.As(Role.Employee))).Account);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await back.Http.GetAsync("/readyz")).StatusCode);
    }
}
