using System.Diagnostics;
using System.Text.Json;

namespace Training.Tests.Support;

/// <summary>How a script of tests/peers ended.</summary>
public sealed record NodeRun(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>
/// A script of tests/peers: an independent implementation of a protocol to talk to. One that serves says
/// <c>ready &lt;json&gt;</c> on its standard output once it listens.
/// </summary>
public sealed class NodePeer : IAsyncDisposable
{
    private const string ReadyWord = "ready ";
    private static readonly TimeSpan RunPatience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<string?> Missing = new(FindWhatIsMissing);

    private readonly ChildProcess _process;

    private NodePeer(ChildProcess process, JsonElement ready)
    {
        _process = process;
        Ready = ready;
    }

    /// <summary>Why no peer can run here, or null.</summary>
    public static string? WhyMissing => Missing.Value;

    /// <summary>What the script said when it was ready, e.g. <c>{"port": 1234}</c>.</summary>
    public JsonElement Ready { get; }

    public string Output => _process.Output;

    public int Id => _process.Id;

    public static void SkipIfMissing() => Requirement.SkipIf(WhyMissing);

    /// <summary>Runs a script to its end; after two minutes (or <paramref name="within"/>) it is killed and the test fails.</summary>
    public static async Task<NodeRun> RunAsync(string script, IReadOnlyList<string> arguments, TimeSpan? within = null)
    {
        var start = Start(script, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        Reaper.Watch(process.Id);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(within ?? RunPatience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end in time. Its output:\n{await output}\n{await errors}");
        }
        finally
        {
            Reaper.Forget(process.Id);
        }

        return new NodeRun(process.ExitCode, await output, await errors);
    }

    public static Task<NodeRun> RunAsync(string script, params string[] arguments) => RunAsync(script, arguments, within: null);

    /// <summary>Starts a script that serves, and waits for its ready line.</summary>
    public static async Task<NodePeer> StartAsync(string script, params string[] arguments)
    {
        var process = await ChildProcess.StartAsync(Start(script, arguments), ReadyWord);
        var line = process.ReadyLine;
        var json = line[(line.IndexOf(ReadyWord, StringComparison.Ordinal) + ReadyWord.Length)..];
        using var ready = JsonDocument.Parse(json);
        return new NodePeer(process, ready.RootElement.Clone());
    }

    public void Kill() => _process.Kill();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ProcessStartInfo Start(string script, IReadOnlyList<string> arguments) =>
        new("node", [RepositoryRoot.At("tests", "peers", script), .. arguments]) { WorkingDirectory = RepositoryRoot.At("tests", "peers") };

    private static string? FindWhatIsMissing()
    {
        if (!Directory.Exists(RepositoryRoot.At("tests", "peers", "node_modules")))
            return "The npm peers are not installed: run `make deps` (or `npm ci` in tests/peers).";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            return node.WaitForExit(TimeSpan.FromSeconds(30)) ? null : "`node --version` does not answer.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not on the PATH: install Node 20 or newer.";
        }
    }
}
