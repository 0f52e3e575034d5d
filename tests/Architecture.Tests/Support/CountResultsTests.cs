using System.Diagnostics;
using Training.Tests.Support;
using Xunit;

namespace Training.Architecture.Tests.Support;

/// <summary>What <c>make test</c> closes with, tried on results made by hand.</summary>
public sealed class CountResultsTests : IDisposable
{
    private const string Skipped = """
        <UnitTestResult testId="2" testName="A.Asks_a_peer" duration="0" outcome="NotExecuted">
          <Output>
            <ErrorInfo>
              <Message>No peer is installed.</Message>
            </ErrorInfo>
          </Output>
        </UnitTestResult>
        """;

    private const string Failed = """
        <UnitTestResult testId="3" testName="A.Adds(text: &quot;1 &lt; 2&quot;)" duration="0" outcome="Failed">
          <Output>
            <ErrorInfo>
              <Message>Expected: 1 &amp; 2
        Actual:   3</Message>
              <StackTrace>   at A.Adds() in A.cs:line 7</StackTrace>
            </ErrorInfo>
          </Output>
        </UnitTestResult>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Counts_add_up_when_everything_passed()
    {
        Results("A", total: 3, passed: 3);
        Results("B", total: 4, passed: 4);

        Assert.Equal((0, "7 passed, 0 failed"), await CountAsync("A", "B"));
    }

    [Fact]
    public async Task Skipped_tests_are_named_but_do_not_fail()
    {
        Results("A", total: 5, passed: 3);

        Assert.Equal((0, "3 passed, 0 failed, 2 skipped"), await CountAsync("A"));
        Assert.Equal(["skipped: A.Asks_a_peer: No peer is installed.", "3 passed, 0 failed, 2 skipped"], (await RunAsync("A")).Lines);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("error")]
    [InlineData("timeout")]
    [InlineData("aborted")]
    public async Task A_test_that_did_not_pass_fails_the_run(string how)
    {
        Results("A", total: 3, passed: 2, bad: how, exitCode: 1);

        Assert.Equal((1, "2 passed, 1 failed"), await CountAsync("A"));
    }

    [Fact]
    public async Task Failed_tests_are_named_with_what_they_said_and_where()
    {
        Results("A", total: 3, passed: 2, bad: "failed", exitCode: 1);

        Assert.Equal(
            ["failed: A.Adds(text: \"1 < 2\"): Expected: 1 & 2", "  Actual:   3", "     at A.Adds() in A.cs:line 7", "2 passed, 1 failed"],
            (await RunAsync("A")).Lines);
    }

    [Fact]
    public async Task What_a_service_logged_stands_below_the_failed_test_that_was_told_its_trace_id()
    {
        const string told = "0af7651916cd43dd8448eb211c80319c";
        Results("A", total: 3, passed: 2, bad: "failed", exitCode: 1);
        File.WriteAllText(_folder.At("A.trx"), File.ReadAllText(_folder.At("A.trx")).Replace("Actual:   3", $"trace id: {told}", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder.At("logs"));
        File.WriteAllText(_folder.At($"logs/{told}.txt"), "Add failed unexpectedly.\nNo such number\n");
        File.WriteAllText(_folder.At("logs/4bf92f3577b34da6a3ce929d0e0e4736.txt"), "Another one's.\n");

        Assert.Equal(["  log: Add failed unexpectedly.", "  log: No such number", "2 passed, 1 failed"], (await RunAsync("A")).Lines[^3..]);
    }

    [Fact]
    public async Task A_project_without_results_fails_the_run()
    {
        Results("A", total: 3, passed: 3);

        Assert.Equal((1, "3 passed, 1 failed"), await CountAsync("A", "Crashed"));
    }

    [Fact]
    public async Task A_host_that_crashed_after_its_last_passed_test_fails_the_run()
    {
        Results("A", total: 3, passed: 3, exitCode: 134);

        Assert.Equal((1, "3 passed, 1 failed"), await CountAsync("A"));
    }

    [Fact]
    public async Task A_project_without_tests_fails_the_run()
    {
        Results("A", total: 3, passed: 3);
        Results("Empty", total: 0, passed: 0);

        Assert.Equal((1, "3 passed, 1 failed"), await CountAsync("A", "Empty"));
    }

    [Fact]
    public async Task A_run_where_everything_was_skipped_fails()
    {
        Results("A", total: 2, passed: 0);

        Assert.Equal((1, "0 passed, 0 failed, 2 skipped"), await CountAsync("A"));
    }

    [Fact]
    public async Task A_run_of_no_projects_fails() => Assert.Equal((1, "0 passed, 0 failed"), await CountAsync());

    private void Results(string project, int total, int passed, string? bad = null, int exitCode = 0)
    {
        var executed = passed + (bad is null ? 0 : 1);
        string Count(string kind) => $"{kind}=\"{(kind == bad ? 1 : 0)}\"";
        File.WriteAllText(_folder.At($"{project}.exit"), $"{exitCode}\n");
        File.WriteAllText(_folder.At($"{project}.trx"), $"""
            <TestRun><Results>
              <UnitTestResult testId="1" testName="A.Works" duration="0" outcome="Passed" />
              {(total > executed ? Skipped : "")}{(bad is null ? "" : Failed)}
            </Results><ResultSummary outcome="Completed">
              <Counters total="{total}" executed="{executed}" passed="{passed}" {Count("failed")} {Count("error")} {Count("timeout")} {Count("aborted")} notExecuted="0" />
            </ResultSummary></TestRun>
            """);
    }

    private async Task<(int ExitCode, string LastLine)> CountAsync(params string[] projects)
    {
        var (exitCode, lines) = await RunAsync(projects);
        return (exitCode, lines[^1]);
    }

    private async Task<(int ExitCode, string[] Lines)> RunAsync(params string[] projects)
    {
        using var process = Process.Start(new ProcessStartInfo(RepositoryRoot.At("scripts", "count-results"), [_folder.Path, .. projects])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.TrimEnd('\n').Split('\n'));
    }
}
