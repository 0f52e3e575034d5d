using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Training.Tests.Support;

/// <summary>A program in a process of its own, whose output is kept and which never outlives the test process.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 5_000;
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _readyWhen;
    private bool _disposed;

    private ChildProcess(ProcessStartInfo start, string? readyWhen)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _readyWhen = readyWhen;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        Reaper.Watch(_process.Id);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The line that said that the program is ready.</summary>
    public string ReadyLine { get; private set; } = "";

    /// <summary>Standard output and error so far, in the order of their arrival.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public string Output => string.Join('\n', Lines);

    /// <summary>Starts the program and returns when a line of its output contains <paramref name="readyWhen"/>.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was silent for too long; the message holds its output.</exception>
    public static Task<ChildProcess> StartAsync(ProcessStartInfo start, string readyWhen, TimeSpan? within = null) =>
        new ChildProcess(start, readyWhen).ReadyAsync(within);

    /// <summary>Starts the program; the caller finds out by itself when it is ready.</summary>
    public static ChildProcess Start(ProcessStartInfo start) => new(start, readyWhen: null);

    /// <summary>Starts a .NET program, e.g. <c>typeof(SomeProgramType).Assembly.Location</c>.</summary>
    public static Task<ChildProcess> StartDotnetAsync(
        string assembly,
        IReadOnlyDictionary<string, string?> environment,
        string readyWhen,
        params string[] arguments) => LaunchDotnet(assembly, environment, readyWhen, arguments).ReadyAsync();

    /// <summary>Begins to start a .NET program; <see cref="ReadyAsync"/> waits until it says <paramref name="readyWhen"/>.</summary>
    public static ChildProcess LaunchDotnet(
        string assembly,
        IReadOnlyDictionary<string, string?> environment,
        string readyWhen,
        params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet", [assembly, .. arguments]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildProcess(start, readyWhen);
    }

    /// <summary>Returns this when the program is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was silent for too long; the message holds its output.</exception>
    public async Task<ChildProcess> ReadyAsync(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? ReadyPatience);
        var ended = _process.WaitForExitAsync(patience.Token);
        if (await Task.WhenAny(_ready.Task, ended) == _ready.Task || _ready.Task.IsCompleted)
        {
            ReadyLine = await _ready.Task;
            return this;
        }

        var start = _process.StartInfo;
        var why = HasExited ? $"ended with code {_process.ExitCode}" : "said nothing of the kind in time";
        await DisposeAsync();
        throw new InvalidOperationException(
            $"{start.FileName} {string.Join(' ', start.ArgumentList)} should have said '{_readyWhen}' but {why}. Its output:\n{Output}");
    }

    /// <summary>SIGKILL: the program gets no chance to tidy up.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    /// <summary>Sends a POSIX signal, e.g. 15 (SIGTERM) to ask for an orderly end.</summary>
    public void Signal(int number)
    {
        if (!_process.HasExited && SendSignal(_process.Id, number) != 0)
            throw new InvalidOperationException($"Signal {number} did not reach process {_process.Id} (errno {Marshal.GetLastPInvokeError()}).");
    }

    /// <summary>Waits for the end of the program and of its output; its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken ct = default)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        Kill();
        await _process.WaitForExitAsync();
        Reaper.Forget(_process.Id);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }

        if (_readyWhen is not null && line.Contains(_readyWhen, StringComparison.Ordinal))
            _ready.TrySetResult(line);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
