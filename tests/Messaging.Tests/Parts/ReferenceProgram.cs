using System.Diagnostics;
using Training.Reference;

namespace Training.Messaging.Tests;

/// <summary>The reference service's own program, in a process of its own, run to its end.</summary>
internal static class ReferenceProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ReferenceModule).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__")] = value;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
