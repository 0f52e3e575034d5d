using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Training.Tests.Support;

namespace Training.Benchmarks.GraphQL;

/// <summary>nghttp2's load generator over HTTP/1.1: it costs little and is the same for every server.</summary>
internal sealed partial class HttpLoad(string path, string body, int connections, string? token = null) : IDisposable
{
    public const int Seconds = 3;

    private const double StillUnderWay = 0.02;

    private readonly TemporaryFolder _folder = new();

    public async Task<double> RequestsPerSecondAsync(int port, int answerLength)
    {
        var file = _folder.At("body");
        await File.WriteAllTextAsync(file, body);
        using var process = Process.Start(new ProcessStartInfo(
            "h2load",
            [
                "--h1", "--duration", $"{Seconds}", "--clients", $"{connections}", "--data", file,
                "--header", "content-type: application/json", .. (string[])(token is null ? [] : ["--header", $"authorization: Bearer {token}"]),
                $"http://127.0.0.1:{port}{path}",
            ]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("h2load is missing: run `make bench`, which installs Debian's nghttp2-client.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var rate = Rate().Match(output);
        if (process.ExitCode != 0 || !rate.Success || !NothingFailed().IsMatch(output))
            throw new InvalidOperationException($"h2load ended with code {process.ExitCode}:\n{output}");
        var answers = long.Parse(Succeeded().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture);
        var bytes = long.Parse(DataBytes().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture);
        if (bytes < answers * answerLength * (1 - StillUnderWay))
            throw new InvalidOperationException($"{answers} answers of {answerLength} bytes are more than {bytes} bytes: the server refused some.\n{output}");
        return double.Parse(rate.Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"finished in .*, (?<rate>[\d.]+) req/s")]
    private static partial Regex Rate();

    [GeneratedRegex(@" (?<count>\d+) succeeded,")]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"\((?<count>\d+)\) data")]
    private static partial Regex DataBytes();

    [GeneratedRegex(@" 0 failed, 0 errored, 0 timeout\s")]
    private static partial Regex NothingFailed();
}
