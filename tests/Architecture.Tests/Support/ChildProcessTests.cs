using System.Diagnostics;
using Training.Tests.Support;
using Xunit;

namespace Training.Architecture.Tests.Support;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Start_returns_the_ready_line_when_the_program_says_it()
    {
        await using var child = await ChildProcess.StartAsync(Bash("echo first; echo ready {}; cat"), "ready");

        Assert.Equal("ready {}", child.ReadyLine);
        Assert.Equal(["first", "ready {}"], child.Lines);
        Assert.False(child.HasExited);
    }

    [Fact]
    public async Task Start_throws_with_the_output_when_the_program_ends_first()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChildProcess.StartAsync(Bash("echo no such thing >&2; exit 3"), "ready"));

        Assert.Contains("ended with code 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("no such thing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_throws_when_the_program_stays_silent()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChildProcess.StartAsync(Bash("cat"), "ready", TimeSpan.FromMilliseconds(300)));

        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kill_ends_a_program_that_ignores_polite_signals()
    {
        await using var child = await ChildProcess.StartAsync(Bash("trap '' TERM; echo ready; while :; do read -t 1 _; done"), "ready");
        child.Signal(15);
        Assert.False(child.HasExited);

        child.Kill();

        Assert.Equal(128 + 9, await child.WaitForExitAsync());
    }

    [Fact]
    public async Task Eventually_says_why_it_waited_when_the_condition_never_holds()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Eventually.IsTrueAsync(() => false, "the moon is cheese", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("the moon is cheese", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Node_peer_gives_exit_code_and_both_outputs()
    {
        NodePeer.SkipIfMissing();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("peer.mjs"), "console.log('out', process.argv[2]); console.error('err'); process.exit(7);");

        var run = await NodePeer.RunAsync(folder.At("peer.mjs"), "argument");

        Assert.Equal(new NodeRun(7, "out argument\n", "err\n"), run);
    }

    [SkippableFact]
    public async Task Node_peer_gives_what_the_server_says_when_it_is_ready()
    {
        NodePeer.SkipIfMissing();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("peer.mjs"), "console.log('ready {\"port\":1234}'); setInterval(() => {}, 1000);");

        await using var peer = await NodePeer.StartAsync(folder.At("peer.mjs"));

        Assert.Equal(1234, peer.Ready.GetProperty("port").GetInt32());
    }

    private static ProcessStartInfo Bash(string script) => new("bash", ["-c", script]);
}
