namespace Training.Tests.Support;

/// <summary>Long runs are shortened unless <c>TRAINING_LONG=1</c> (<c>make test-long</c>), and print their numbers either way.</summary>
public static class LongRun
{
    private static readonly Lock Gate = new();

    public static bool IsWhole => Environment.GetEnvironmentVariable("TRAINING_LONG") == "1";

    public static int Count(int shortened, int whole) => IsWhole ? whole : shortened;

    public static TimeSpan Time(TimeSpan shortened, TimeSpan whole) => IsWhole ? whole : shortened;

    /// <summary>A line that <c>make test</c> shows at its end. A file per process: several test hosts write at once.</summary>
    public static void Print(string line)
    {
        var folder = Environment.GetEnvironmentVariable("TRAINING_NUMBERS");
        if (string.IsNullOrEmpty(folder))
        {
            Console.WriteLine(line);
            return;
        }

        lock (Gate)
        {
            Directory.CreateDirectory(folder);
            File.AppendAllText(Path.Combine(folder, $"{Environment.ProcessId}.txt"), line + Environment.NewLine);
        }
    }
}
