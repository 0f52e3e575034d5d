using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Log_line_is_json_with_the_trace_id_in_Production()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await TestApp.Start("Production", settings: ("Hosting:Identity:Authority", provider.Address));
        var console = app.App.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;
        var formatter = app.App.Services.GetServices<ConsoleFormatter>().Single(each => each.Name == console.FormatterName);
        var scopes = new LoggerExternalScopeProvider();
        using var line = new StringWriter();

        using (scopes.Push(new Dictionary<string, object> { ["TraceId"] = "0af7651916cd43dd8448eb211c80319c" }))
            formatter.Write(new LogEntry<string>(LogLevel.Error, "Doors", 7, "locked", null, (text, _) => text), scopes, line);

        var json = JsonDocument.Parse(line.ToString()).RootElement;
        Assert.Equal("locked", json.GetProperty("Message").GetString());
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", json.GetProperty("Scopes")[0].GetProperty("TraceId").GetString());
        Assert.EndsWith("Z", json.GetProperty("Timestamp").GetString());
        Assert.DoesNotContain('\n', line.ToString().TrimEnd());
    }

    [Fact]
    public async Task Log_line_is_plain_text_in_Development()
    {
        await using var app = await TestApp.Start();

        Assert.Equal(ConsoleFormatterNames.Simple, app.App.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    [Fact]
    public async Task Trace_id_is_in_the_scope_of_what_a_call_logs_and_the_token_is_nowhere()
    {
        await using var app = await TestApp.Start();
        var caller = app.As(Role.Manager);

        await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => app.Doors.EmployeeAsync(new Knock(), caller).ResponseAsync);

        var line = Assert.Single(app.Logs.Lines, line => line.Text.Contains("ROLE_MISSING"));
        Assert.Matches("TraceId:[0-9a-f]{32}", line.Scopes);
        var token = caller.GetValue("authorization")!["Bearer ".Length..];
        Assert.DoesNotContain(app.Logs.Lines, each => each.Text.Contains(token) || each.Text.Contains("someone"));
    }

    [Fact]
    public async Task Message_of_a_refusal_is_not_logged_because_it_may_name_people()
    {
        await using var app = await TestApp.Start();

        await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => app.Doors.EmployeeAsync(new Knock { FailWith = "NotNow" }, app.As(Role.Employee)).ResponseAsync);

        Assert.DoesNotContain(app.Logs.Lines, line => line.Text.Contains("The door says"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Information", true)]
    public async Task Framework_is_quiet_about_each_request_unless_it_is_asked_to_speak(string? level, bool speaks)
    {
        await using var app = await TestApp.Start(settings: level is null ? [] : [("Logging:LogLevel:Microsoft.AspNetCore", level)]);

        await app.Http.GetAsync("/healthz");

        Assert.Equal(speaks, app.Logs.Lines.Any(line => line.Category.StartsWith("Microsoft.AspNetCore") && line.Level == LogLevel.Information));
    }
}
