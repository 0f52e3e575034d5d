namespace Training.AppHost;

/// <summary>Why the apphost cannot start, in words for the person at the console, who is told what to do next.</summary>
internal sealed class Refusal(string message, ExitCode code) : Exception(message)
{
    public ExitCode Code { get; } = code;

    public static Refusal PortTaken(string what) => new(
        $"{what}. Stop the program that has the port (an apphost that still runs?), or choose other ports: TRAINING_BASE_PORT=9080 make run.", ExitCode.PortTaken);
}

internal enum ExitCode
{
    Done = 0,
    Failed = 1,
    SettingsNotUsable = 2,
    PortTaken = 3,
    DataFolderInUse = 4,
    DatabaseNotReached = 5,
}
