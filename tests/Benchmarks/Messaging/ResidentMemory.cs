using System.Globalization;

namespace Training.Benchmarks.Messaging;

internal static class ResidentMemory
{
    /// <summary>The bytes that a process has in memory.</summary>
    public static long Of(int process) =>
        long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
