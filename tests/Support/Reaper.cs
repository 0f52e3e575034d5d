using System.Diagnostics;

namespace Training.Tests.Support;

/// <summary>
/// Ends our children and removes our temporary folders when this process ends, however it ends: a shell that holds the
/// other end of a pipe, which the system closes even when we are killed.
/// </summary>
internal static class Reaper
{
    private const string Script = """
        trap '' INT TERM HUP
        declare -A processes=() folders=()
        while IFS=' ' read -r verb what; do
          case $verb in
            watch) processes[$what]=1 ;;
            forget) unset "processes[$what]" ;;
            remove) folders[$what]=1 ;;
          esac
        done
        if [ ${#processes[@]} -gt 0 ]; then
          kill -QUIT "${!processes[@]}"
          sleep 0.5
          kill -KILL "${!processes[@]}"
        fi
        [ ${#folders[@]} -eq 0 ] || rm -rf -- "${!folders[@]}"
        """;

    private static readonly Lazy<Process> Shell = new(Start);
    private static readonly Lock Gate = new();

    public static void Watch(int processId) => Tell($"watch {processId}");

    public static void Forget(int processId) => Tell($"forget {processId}");

    public static void Remove(string folder) => Tell($"remove {folder}");

    private static void Tell(string line)
    {
        lock (Gate)
        {
            Shell.Value.StandardInput.Write(line + "\n");
            Shell.Value.StandardInput.Flush();
        }
    }

    private static Process Start() =>
        Process.Start(new ProcessStartInfo("bash", ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
