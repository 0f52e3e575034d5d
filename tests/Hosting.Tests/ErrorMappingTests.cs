using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class ErrorMappingTests
{
    private static readonly Dictionary<ErrorKind, StatusCode> Documented = new()
    {
        [ErrorKind.Invalid] = StatusCode.InvalidArgument,
        [ErrorKind.NotFound] = StatusCode.NotFound,
        [ErrorKind.AlreadyExists] = StatusCode.AlreadyExists,
        [ErrorKind.NotAllowed] = StatusCode.PermissionDenied,
        [ErrorKind.NotNow] = StatusCode.FailedPrecondition,
        [ErrorKind.Conflict] = StatusCode.Aborted,
        [ErrorKind.TooMuch] = StatusCode.ResourceExhausted,
    };

    [Fact]
    public async Task Each_kind_of_domain_error_has_its_status_reason_and_message_on_all_four_kinds_of_call()
    {
        await using var app = await TestApp.Start();
        Assert.Equal(Enum.GetValues<ErrorKind>().Order(), Documented.Keys.Order());

        foreach (var (kind, status) in Documented)
        {
            foreach (var refused in await FailEverywhere(app, kind.ToString()))
            {
                Assert.Equal(status, refused.StatusCode);
                Assert.Equal($"The door says {kind}: 100% sure. Knock elsewhere.", refused.Status.Detail);
                Assert.Equal("DOOR_ERROR", refused.Reason());
                Assert.Equal("training", refused.Info().Domain);
                Assert.Equal((int)status, refused.GetRpcStatus()!.Code);
                Assert.Null(refused.Detail<BadRequest>());
            }
        }
    }

    [Fact]
    public async Task Field_is_named_when_one_field_is_wrong()
    {
        await using var app = await TestApp.Start();

        var refused = (await FailEverywhere(app, "field"))[0];

        var violation = Assert.Single(refused.Detail<BadRequest>()!.FieldViolations);
        Assert.Equal("knock", violation.Field);
        Assert.Equal("The door dislikes your knock. Knock twice.", violation.Description);
        Assert.Equal("DOOR_UNLUCKY", refused.Reason());
    }

    [Theory]
    [InlineData("away")]
    [InlineData("shutting down")]
    public async Task Database_that_is_away_asks_the_caller_to_repeat(string failure)
    {
        await using var app = await TestApp.Start();

        foreach (var refused in await FailEverywhere(app, failure))
        {
            Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
            Assert.Equal("DATABASE_AWAY", refused.Reason());
            Assert.Contains("same idempotency key", refused.Status.Detail);
            Assert.DoesNotContain(Failures.Secret, refused.ToString());
        }
    }

    [Theory]
    [InlineData("bug")]
    [InlineData("timeout")]
    [InlineData("broken query")]
    public async Task Unknown_exception_says_nothing_but_a_trace_id_and_is_logged_once_with_it(string failure)
    {
        await using var app = await TestApp.Start();

        foreach (var refused in await FailEverywhere(app, failure))
        {
            Assert.Equal(StatusCode.Internal, refused.StatusCode);
            Assert.StartsWith("Something went wrong on our side. Tell the operator this trace id: ", refused.Status.Detail);
            Assert.DoesNotContain(Failures.Secret, refused.ToString());
            Assert.DoesNotContain(Failures.Secret, refused.GetRpcStatus()!.ToString());

            var traceId = refused.Status.Detail.Split(' ')[^1];
            Assert.Equal(32, traceId.Length);
            var line = Assert.Single(app.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(traceId));
            Assert.Equal(Failures.Secret, line.Error?.Message);
        }
    }

    [Fact]
    public async Task Nothing_is_logged_as_an_error_when_the_caller_leaves()
    {
        await using var app = await TestApp.Start();
        using var leave = new CancellationTokenSource();
        var call = app.Doors.EmployeeAsync(new Knock { Wait = true }, app.As(Role.Employee), cancellationToken: leave.Token).ResponseAsync;
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 1, "the call has arrived");

        await leave.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 0, "the handler has been cancelled");
        await app.App.StopAsync();
        Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Deadline_ends_the_call_when_it_passes()
    {
        await using var app = await TestApp.Start();

        var late = await Assert.ThrowsAsync<RpcException>(() => app.Doors.EmployeeAsync(
            new Knock { Wait = true }, app.As(Role.Employee), TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200)).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
        await Eventually.IsTrueAsync(() => app.Service.Waiting == 0, "the handler has been cancelled");
    }

    [Fact]
    public async Task Message_is_refused_when_it_is_larger_than_configured()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:MaxMessageBytes", "2048"));

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            app.Doors.EmployeeAsync(new Knock { FailWith = new string('x', 3000) }, app.As(Role.Employee)).ResponseAsync);

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    private static async Task<List<RpcException>> FailEverywhere(TestApp app, string failure)
    {
        var knock = new Knock { FailWith = failure };
        var caller = app.As(Role.Employee, Role.Manager, Role.Hr, Role.PrivacyOfficer);
        using var up = app.Doors.Manager(caller);
        using var down = app.Doors.Hr(knock, caller);
        using var bothWays = app.Doors.PrivacyOfficer(caller);
        await up.RequestStream.WriteAsync(knock);
        await up.RequestStream.CompleteAsync();
        await bothWays.RequestStream.WriteAsync(knock);

        return
        [
            await Assert.ThrowsAsync<RpcException>(() => app.Doors.EmployeeAsync(knock, caller).ResponseAsync),
            await Assert.ThrowsAsync<RpcException>(() => up.ResponseAsync),
            await Assert.ThrowsAsync<RpcException>(() => down.ResponseStream.MoveNext(CancellationToken.None)),
            await Assert.ThrowsAsync<RpcException>(() => bothWays.ResponseStream.MoveNext(CancellationToken.None)),
        ];
    }
}
