using System.Text.Json;
using Training.Tests.Support;

namespace Training.Runtime.Tests.Grpc.Server;

internal static class NodeRunJson
{
    /// <summary>What a script printed, a JSON document a line; a script that failed fails the test.</summary>
    public static IReadOnlyList<JsonElement> JsonLines(this NodeRun run)
    {
        if (run.ExitCode != 0)
            throw new InvalidOperationException(run.ToString());
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
